-- Lookups in parallel: several requests at a time, results in order, one failure that does not spoil the rest.

local users = logto.all("list_users")
table.sort(users, function(a, b) return a.username < b.username end)

-- Eight users at a time; for each, two reads at a time.
local rows = parallel.map(users, function(user)
  local results = parallel.all{
    function() return #logto.all("list_user_roles", { user_id = user.id }) end,
    function() return #logto.list_user_organizations{ user_id = user.id } end,
  }
  return { name = user.username, roles = results[1], organizations = results[2] }
end, { concurrency = 8 })

for _, row in ipairs(rows) do
  print(string.format("%-8s %d roles, %d organizations", row.name, row.roles, row.organizations))
end

-- `settle` waits for all of them and says which failed.
local settled = parallel.settle{
  function() return logto.get_user{ user_id = users[1].id }.name end,
  function() return logto.get_user{ user_id = "nobody" }.name end,
}
for index, entry in ipairs(settled) do
  print(index, entry.ok and entry.value or entry.error.code)
end
