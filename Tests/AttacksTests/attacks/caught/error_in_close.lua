-- expect: limit-time
-- Replaces the error on its way out by another one.

local function swallow()
  local x <close> = setmetatable({}, { __close = function(_, e) error("nothing to see") end })
  while true do end
end
while true do pcall(swallow) end
