-- expect: limit-memory
-- A chain of ephemerons, which the stock collector walks in quadratic time.

local t = setmetatable({}, { __mode = "k" })
local k = {}
while true do
  local n = {}
  t[n] = k
  k = n
end
