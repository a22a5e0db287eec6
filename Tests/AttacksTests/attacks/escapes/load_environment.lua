-- expect: ok
-- Loaded text sees the same poor world, or the one that it is given.

assert(load("return string")() == string)
assert(load("return io", "x", "t", { io = 7 })() == 7)
assert(load("return _ENV", "x", "t", { 1 })()[1] == 1)
assert(not pcall(load("return debug.getregistry()")))
assert(not pcall(load("return dofile '/etc/passwd'")))
