-- expect: ok
-- `select` at the edges of its range.

assert(not pcall(select, 0))
assert(not pcall(select, -3, 1, 2))
assert(select("#", table.unpack({}, 1, 1000)) == 1000)
assert(not pcall(select, math.mininteger, 1))
