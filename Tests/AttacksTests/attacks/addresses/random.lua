-- expect: ok
-- Nothing to seed or guess the hash of strings with.

local a, b = math.random(0), math.random(0)
assert(a ~= b)
local x, y = math.randomseed(42)
assert(x == nil or math.type(x) == "integer")
