-- expect: limit-memory
-- Branches that keep what they make.

local list, kept = {}, {}
for i = 1, 1000 do list[i] = i end
parallel.map(list, function(i)
  while true do kept[#kept + 1] = ("x"):rep(1000) .. #kept end
end)
