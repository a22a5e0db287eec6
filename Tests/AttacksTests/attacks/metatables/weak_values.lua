-- expect: ok
-- A table said to be weak holds on to what it holds.

local t = setmetatable({}, { __mode = "v" })
t[1] = {}
for _ = 1, 200 do local x = ("x"):rep(100000) .. _ end
assert(t[1] ~= nil)
