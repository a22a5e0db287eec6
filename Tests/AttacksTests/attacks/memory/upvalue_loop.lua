-- expect: limit-memory
-- A table that grows while a catcher keeps it.

local t = {}
local function grow() while true do t[#t + 1] = ("x"):rep(1000) .. #t end end
while true do
  local ok, e = pcall(grow)
  if not ok then t[1] = e grow() end
end
