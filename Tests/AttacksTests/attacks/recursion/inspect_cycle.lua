-- expect: ok
-- Printing a table that holds itself ends.

local t = {}
t.self, t[1] = t, t
print(t)
