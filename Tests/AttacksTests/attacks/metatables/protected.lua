-- expect: error
-- A protected metatable cannot be replaced.

local t = setmetatable({}, { __metatable = "mine" })
assert(getmetatable(t) == "mine")
setmetatable(t, {})
