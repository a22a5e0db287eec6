-- expect: limit-result
-- A result that shares one large part in many places.

local part = ("p"):rep(10000)
local t = {}
for i = 1, 100 do t[i] = { part, part } end
return t
