-- expect: ok
-- A finalizer set after the metatable was never runs.

local ran = false
local mt = {}
do local t = setmetatable({}, mt) end
mt.__gc = function() ran = true while true do end end
for _ = 1, 200 do local t = ("x"):rep(100000) .. _ end
assert(not ran)
