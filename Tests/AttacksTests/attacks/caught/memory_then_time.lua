-- expect: limit-time
-- Catches running out of memory over and over: that alone ends a script only where it is not caught.

while true do pcall(string.rep, "x", 1 << 30) end
