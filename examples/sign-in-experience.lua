-- Sign-in experience change with read-back: changes a part of an object that the tenant replaces whole, and checks
-- that nothing else has changed.

local before = logto.get_sign_in_exp()

-- `color` is replaced as a whole: start from what is there.
local color = {}
for key, value in pairs(before.color) do color[key] = value end
color.primaryColor = "#0B7285"
logto.update_sign_in_exp{ color = color, supportEmail = "help@acme.example" }

local after = logto.get_sign_in_exp()
local sorted = { sorted = true } -- equal values give equal texts
local changed = {}
for key in pairs(after) do
  if json.encode(after[key], sorted) ~= json.encode(before[key], sorted) then table.insert(changed, key) end
end
table.sort(changed)
print("changed: " .. table.concat(changed, ", "))
print("primary colour: " .. before.color.primaryColor .. " -> " .. after.color.primaryColor)
assert(after.color.primaryColor == color.primaryColor, "the tenant has another colour than was sent")

-- A partial colour is refused as a whole.
local _, err = logto.try.update_sign_in_exp({ color = { primaryColor = "#123456" } }, { validate = false })
print("a partial colour: " .. err.code)
