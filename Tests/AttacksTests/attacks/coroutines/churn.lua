-- expect: limit-time
-- Makes and drops coroutines as fast as it can.

while true do coroutine.wrap(function() end)() end
