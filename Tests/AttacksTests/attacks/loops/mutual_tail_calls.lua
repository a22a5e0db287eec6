-- expect: limit-time
-- Two functions that hand over to each other through a table.

local t = {}
function t.ping(n) return t.pong(n + 1) end
function t.pong(n) return t:ping(n) end
function t:ping(n) return t.pong(n) end
return t.pong(1)
