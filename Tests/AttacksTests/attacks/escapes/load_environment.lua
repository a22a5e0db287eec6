-- expect: ok
-- Loaded text sees the same poor world, or the one that it is given.

assert(load("return io")() == nil)
assert(load("return io", "x", "t", { io = 7 })() == 7)
assert(load("return _ENV", "x", "t", { 1 })()[1] == 1)
local up = load("return debug, package, dofile")
assert(select("#", up()) == 3 and up() == nil)
