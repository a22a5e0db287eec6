-- expect: limit-time
-- A `..` that never returns.

return setmetatable({}, { __concat = function() while true do end end }) .. "x"
