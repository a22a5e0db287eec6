-- expect: limit-output
-- A value whose text prints.

local v = setmetatable({}, { __tostring = function() print(("y"):rep(5000)) return "x" end })
while true do print(v, v, v) end
