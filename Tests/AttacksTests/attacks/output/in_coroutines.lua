-- expect: limit-output
-- A coroutine for each line.

while true do coroutine.wrap(function() print(("line "):rep(100)) end)() end
