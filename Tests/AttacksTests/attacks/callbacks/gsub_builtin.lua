-- expect: limit-time
-- A replacement by a function in C, for every place of a long string.

local s = ("ab"):rep(1 << 20)
while true do
  s:gsub("(.)()", string.find)
  s:gsub("%w", string.byte)
  s:gsub("%w", string.upper)
end
