-- expect: ok
-- Numerals that are long or strange.

assert(load("return 0x" .. ("f"):rep(10000)))
assert(not load("return 1e"))
assert(not load("return 0x"))
assert(tonumber(("9"):rep(150)) > 1e100)
assert(tonumber(("1"):rep(10000)) == math.huge or tonumber(("1"):rep(10000)) == nil)
