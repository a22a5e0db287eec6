-- expect: limit-memory
-- Functions that keep one another.

local f
while true do
  local before = f
  f = function() return before end
end
