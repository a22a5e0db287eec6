-- expect: limit-time
-- `__index` is a function of the library, so that a read runs C code that reads again.

local t = setmetatable({ n = 1 }, { __index = table.concat, __len = function() return 1 << 62 end })
while true do pcall(table.concat, t, ",", 1, 10) end
