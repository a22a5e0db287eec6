-- expect: limit-time
-- A table that pretends while it is written.

local t = setmetatable({}, { __index = function() while true do end end, __pairs = function() while true do end end, __len = function() return 1 << 40 end })
pcall(json.encode, t)
while true do pcall(json.encode, { t, t }) end
