-- expect: limit-result
-- A result of very many small things.

local t = {}
for i = 1, 200000 do t[i] = i end
return t
