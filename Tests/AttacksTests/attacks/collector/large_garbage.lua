-- expect: limit-time
-- Produces large garbage as fast as it can.

local n = 0
while true do
  n = n + 1
  local s = ("x"):rep(1 << 20) .. n
end
