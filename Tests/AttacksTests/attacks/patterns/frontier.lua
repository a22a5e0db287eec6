-- expect: limit-time
-- A frontier with a large set at every place of a long string.

local set = "[" .. ("\1"):rep(200000) .. "]"
return (("a"):rep(4 << 20)):find("%f" .. set)
