-- expect: limit-memory
-- Asking for the ordinals of very many objects costs memory that is counted.

local kept = {}
while true do
  local t = {}
  kept[#kept + 1] = t
  t.name = tostring(t) .. (", "):rep(400)
end
