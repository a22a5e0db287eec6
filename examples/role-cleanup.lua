-- Role clean-up: removes roles that nobody has, and roles from suspended users.
-- Roles whose name is given as an argument are kept.

local keep = {}
for _, name in ipairs(arg) do keep[name] = true end

local removed = 0
for _, role in ipairs(logto.all("list_roles")) do
  local holders = role.usersCount + role.applicationsCount
  if holders == 0 and not role.isDefault and not keep[role.name] then
    logto.delete_role{ id = role.id }
    print("removed the role " .. role.name)
    removed = removed + 1
  end
end

local taken = 0
for _, user in ipairs(logto.all("list_users")) do
  if user.isSuspended then
    for _, role in ipairs(logto.all("list_user_roles", { user_id = user.id })) do
      logto.delete_user_role{ user_id = user.id, role_id = role.id }
      print("took the role " .. role.name .. " from " .. user.username)
      taken = taken + 1
    end
  end
end

print(string.format("%d roles removed, %d taken from suspended users", removed, taken))
return { removed = removed, taken = taken }
