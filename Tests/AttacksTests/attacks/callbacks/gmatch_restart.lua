-- expect: limit-time
-- An iterator of the library used beyond its end.

local step = ("a b c"):gmatch("%a")
while true do step() end
