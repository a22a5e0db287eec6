-- expect: error
-- A text that asks for itself.

local t = setmetatable({}, {})
getmetatable(t).__tostring = function(self) return tostring(self) .. "x" end
return tostring(t)
