-- expect: error
-- Nor by a function of the library.

table.insert(logto, 1, "x")
