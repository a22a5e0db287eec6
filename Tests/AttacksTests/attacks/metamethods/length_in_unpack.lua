-- expect: limit-time
-- A length that never comes.

return table.unpack(setmetatable({}, { __len = function() while true do end end }))
