-- expect: limit-time
-- An equality that never decides.

local mt = { __eq = function() repeat until false end }
return setmetatable({}, mt) == setmetatable({}, mt)
