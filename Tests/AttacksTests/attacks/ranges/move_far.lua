-- expect: limit-time
-- A move of 2^62 absent elements.

table.move({}, 1, 1 << 62, 2)
