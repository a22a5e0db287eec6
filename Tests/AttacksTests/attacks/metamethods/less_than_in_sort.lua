-- expect: limit-time
-- The order of the elements is a metamethod that loops, called from C.

local mt = {}
mt.__lt = function() while true do end end
table.sort { setmetatable({}, mt), setmetatable({}, mt) }
