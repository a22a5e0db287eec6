-- expect: error
-- A yield out of a read of the library.

local t = setmetatable({}, { __index = function() return coroutine.yield() end, __len = function() return 3 end })
coroutine.wrap(function() return table.concat(t) end)()
