-- expect: limit-time
-- Globals read through a function that reads a global.

setmetatable(_ENV, { __index = function(_, k) while true do end end })
return absent
