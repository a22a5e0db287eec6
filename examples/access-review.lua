-- Access review: who has which role, directly and in organizations, with what needs a look.

local rows = {}
for user in logto.each("list_users") do
  local row = { user = user, roles = {}, notes = {} }
  for role in logto.each("list_user_roles", { user_id = user.id }) do
    table.insert(row.roles, role.name)
  end
  for _, organization in ipairs(logto.list_user_organizations{ user_id = user.id }) do
    for _, role in ipairs(organization.organizationRoles) do
      table.insert(row.roles, organization.name .. "/" .. role.name)
    end
  end
  if #row.roles > 0 and user.isSuspended then table.insert(row.notes, "suspended, but has roles") end
  if #row.roles > 0 and not user.lastSignInAt then table.insert(row.notes, "never signed in") end
  table.sort(row.roles)
  table.insert(rows, row)
end
table.sort(rows, function(a, b) return a.user.username < b.user.username end)

local flagged = 0
for _, row in ipairs(rows) do
  local notes = table.concat(row.notes, "; ")
  if notes ~= "" then flagged = flagged + 1 end
  print((string.format("%-8s  %-28s  %s", row.user.username, table.concat(row.roles, ", "), notes):gsub("%s+$", "")))
end
print(string.format("%d users, %d to look at", #rows, flagged))
return { users = #rows, flagged = flagged }
