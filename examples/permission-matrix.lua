-- Permission matrix: which role grants which scope, as a table for a report.

local roles = {}
for role in logto.each("list_roles") do
  local entry = { name = role.name, grants = {} }
  for scope in logto.each("list_role_scopes", { id = role.id }) do entry.grants[scope.id] = true end
  table.insert(roles, entry)
end
table.sort(roles, function(a, b) return a.name < b.name end)

for _, resource in ipairs(logto.list_resources{ include_scopes = true }) do
  print(resource.name .. " <" .. resource.indicator .. ">")
  for _, scope in ipairs(resource.scopes) do
    local holders = {}
    for _, role in ipairs(roles) do
      if role.grants[scope.id] then table.insert(holders, role.name) end
    end
    print(string.format("  %-14s %s", scope.name, #holders > 0 and table.concat(holders, ", ") or "nobody"))
  end
end
