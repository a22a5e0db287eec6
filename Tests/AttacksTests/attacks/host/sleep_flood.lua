-- expect: limit-time
-- Thousands of branches that wait for nothing, for less than nothing, and for times that are no times.
local list = {}
for i = 1, 2000 do list[i] = i end
parallel.map(list, function()
  while true do
    for _, seconds in ipairs({ 0, -1, 0 / 0, 1e308, -1e308, 1e-300 }) do pcall(sleep, seconds < 1 and seconds or "x") end
  end
end)
