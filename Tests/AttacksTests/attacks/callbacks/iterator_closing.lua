-- expect: limit-time
-- The fourth value of a `for` loops as the loop is left.

for _ in next, { 1 }, nil, setmetatable({}, { __close = function() while true do end end }) do break end
