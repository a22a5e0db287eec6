-- expect: limit-time
-- Raises tables whose text loops, and catches them.

local loops = setmetatable({}, { __tostring = function() while true do end end })
while true do
  pcall(error, loops)
  pcall(tostring, loops)
end
