-- expect: error
-- A yield out of a value's text, inside a C function.

local v = setmetatable({}, { __tostring = function() return coroutine.yield() end })
coroutine.wrap(function() return string.format("%s", v) end)()
