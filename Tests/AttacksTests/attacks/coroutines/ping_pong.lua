-- expect: limit-time
-- Two coroutines that resume each other's work for ever.

local a = coroutine.wrap(function() while true do coroutine.yield(1) end end)
local b = coroutine.wrap(function() while true do a() coroutine.yield(2) end end)
while true do b() end
