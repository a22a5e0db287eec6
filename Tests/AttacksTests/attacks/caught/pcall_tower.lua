-- expect: limit-time
-- Two hundred catchers one inside the other, each going on after the one within.

local function tower(n)
  if n == 0 then while true do end end
  pcall(tower, n - 1)
  while true do end
end
tower(150)
