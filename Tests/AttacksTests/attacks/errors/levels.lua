-- expect: error
-- Levels beyond every frame.

local ok, e = pcall(error, "m", 1 << 40)
assert(not ok)
error("deep", math.maxinteger)
