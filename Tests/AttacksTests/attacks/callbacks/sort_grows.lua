-- expect: limit-memory
-- A comparator that keeps what it compares.

local kept, t = {}, {}
for i = 1, 500 do t[i] = { i } end
table.sort(t, function(a, b)
  while true do kept[#kept + 1] = { a, b } end
end)
