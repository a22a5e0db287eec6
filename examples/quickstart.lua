-- Quick start: reads, searches, writes, meets an error, cleans up.
-- Run it on the demo tenant: logto-lua --demo examples/quickstart.lua

local function heading(text)
  print("\n" .. text)
end

heading("1. Who is there?")
print(logto.count("list_users") .. " users, the newest three:")
for _, user in ipairs(logto.list_users{ page_size = 3 }) do
  print(string.format("   %-8s %-14s %s", user.username, user.name, user.primaryEmail))
end

heading("2. Find by pattern")
for user in logto.each("list_users", { search = { primaryEmail = "%@globex.example" } }) do
  print("   " .. user.primaryEmail .. (user.isSuspended and "  (suspended)" or ""))
end

heading("3. Create a user, a role, and bring them together")
local user = logto.create_user{
  username = "zoe",
  primaryEmail = "zoe@acme.example",
  name = "Zoe Quinn",
  customData = { plan = "gold", seats = 3 },
}
local role = logto.create_role{ name = "translator", description = "Translates the help pages" }
logto.create_role_user{ id = role.id, userIds = { user.id } }
for held in logto.each("list_user_roles", { user_id = user.id }) do
  print("   " .. user.name .. " is now a " .. held.name)
end

heading("4. A typing error never reaches the tenant")
local ok, err = pcall(logto.create_user, { usrname = "yan" })
print("   " .. tostring(ok) .. ": " .. err.kind)

heading("5. What the tenant refuses is a table")
local _, refused = logto.try.create_user{ username = "zoe" }
print(string.format("   %d %s (%s)", refused.status, refused.code, refused.kind))

heading("6. Merge custom data, and read it back")
logto.update_user_custom_data{ user_id = user.id, customData = { seats = 5 } }
local data = logto.get_user{ user_id = user.id }.customData
print("   plan " .. data.plan .. ", seats " .. data.seats)

heading("7. A table of roles")
print(string.format("   %-28s %-17s %5s %5s", "role", "type", "users", "apps"))
for each in logto.each("list_roles") do
  print(string.format("   %-28s %-17s %5d %5d", each.name, each.type, each.usersCount, each.applicationsCount))
end

heading("8. Clean up")
logto.delete_user{ user_id = user.id }
logto.delete_role{ id = role.id }
print("   " .. logto.count("list_users") .. " users again")

return { users = logto.count("list_users"), roles = logto.count("list_roles") }
