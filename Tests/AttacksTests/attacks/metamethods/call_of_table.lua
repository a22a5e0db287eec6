-- expect: limit-time
-- A table called as a function.

local t = setmetatable({}, { __call = function(self) return self() end })
return t()
