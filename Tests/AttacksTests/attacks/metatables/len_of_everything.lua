-- expect: ok
-- Lengths that are no integers are errors wherever they are used.

for _, n in ipairs { 1.5, "x", {}, print, 0 / 0 } do
  local t = setmetatable({}, { __len = function() return n end })
  assert(not pcall(table.concat, t))
  assert(not pcall(table.unpack, t))
  assert(not pcall(table.sort, t))
  assert(not pcall(table.insert, t, 1))
end
