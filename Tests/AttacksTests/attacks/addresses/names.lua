-- expect: ok
-- A `__name` takes the place of the type, never of the ordinal's absence.

local v = setmetatable({}, { __name = "Thing" })
assert(tostring(v):find("^Thing") and not tostring(v):find("0x"))
assert(not tostring(setmetatable({}, { __name = 5 })):find("0x"))
