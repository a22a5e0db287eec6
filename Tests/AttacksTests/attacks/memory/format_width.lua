-- expect: limit-memory
-- Many wide fields of a long argument.

local s = ("%s"):rep(100)
local a = ("x"):rep(1 << 20)
local args = {}
for i = 1, 100 do args[i] = a end
return s:format(table.unpack(args))
