-- expect: ok
-- A format with bytes that end it for C.

assert(#string.format("a\0b%dc\0", 1) == 6)
assert(not pcall(string.format, "%\0d", 1))
assert(not pcall(string.format, "%10s", "a\0b"))
