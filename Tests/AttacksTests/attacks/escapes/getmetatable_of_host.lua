-- expect: error
-- The metatable of the bridge's table is not handed out to be written to.

local mt = getmetatable(logto)
assert(type(mt) ~= "table" or not pcall(function() mt.__index = function() return "mine" end end))
setmetatable(logto, { __index = function() return function() return "mine" end end })
