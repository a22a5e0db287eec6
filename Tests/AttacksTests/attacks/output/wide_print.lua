-- expect: limit-output
-- Very many arguments at once.

local t = {}
for i = 1, 5000 do t[i] = ("w"):rep(100) end
print(table.unpack(t))
