-- expect: ok
-- The same object shows the same text; two objects differ.

local a, b = {}, {}
assert(tostring(a) == tostring(a) and tostring(a) ~= tostring(b))
assert(string.format("%p", a) == string.format("%p", a) and string.format("%p", a) ~= string.format("%p", b))
