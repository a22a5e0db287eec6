-- Small tables made, filled and dropped. Prints the CPU seconds that the loop took, and nothing else.
local start = os.clock()
local sum = 0
for round = 1, 100 do
  local list = {}
  for i = 1, 2000 do list[i] = { id = i, name = "user", tags = { i, i + 1 } } end
  for _, user in ipairs(list) do sum = sum + user.tags[2] end
end
assert(sum == 100 * (2000 * 2001 // 2 + 2000))
print(os.clock() - start)
