-- expect: limit-time
-- An environment that answers every name with a loop.

local _ENV = setmetatable({}, { __index = function(_, k) repeat until false end })
return anything
