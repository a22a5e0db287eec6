-- expect: limit-memory
-- `table.concat` of a list that names one large string many times.

local part, t = ("x"):rep(1 << 20), {}
for i = 1, 4096 do t[i] = part end
return table.concat(t)
