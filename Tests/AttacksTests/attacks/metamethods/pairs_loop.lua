-- expect: limit-time
-- A `__pairs` that hands out an iterator without an end.

for _ in pairs(setmetatable({}, { __pairs = function() return function() return 1 end end })) do end
