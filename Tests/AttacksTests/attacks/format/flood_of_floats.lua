-- expect: limit-time
-- The slowest conversion, again and again.

local f = ("%99.99f"):rep(200)
local args = {}
for i = 1, 200 do args[i] = 1.7976931348623157e308 end
while true do f:format(table.unpack(args)) end
