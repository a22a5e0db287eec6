-- expect: ok
-- Sizes that overflow are refused.

assert(not pcall(string.packsize, ("c2147483647"):rep(3)))
assert(not pcall(string.pack, "i17", 1))
assert(not pcall(string.unpack, "s8", ("\255"):rep(8)))
assert(not pcall(string.unpack, "c100", "short"))
assert(not pcall(string.unpack, "z", "no end"))
assert(not pcall(string.unpack, "i4", "abcd", 1 << 62))
