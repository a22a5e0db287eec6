-- expect: limit-time
-- A table that is rehashed over and over.

while true do
  local t = {}
  for i = 1, 2000 do t[i] = i t[-i] = i end
  for i = 1, 2000 do t[i] = nil end
  t.x = 1
end
