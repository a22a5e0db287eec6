-- expect: limit-memory
-- Catches running out of memory over and over.

while true do pcall(string.rep, "x", 1 << 30) end
