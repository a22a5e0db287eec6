-- expect: limit-time
-- A variable that loops as it is closed by the error of the deadline.

local function guarded()
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  while true do end
end
pcall(guarded)
while true do end
