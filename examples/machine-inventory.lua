-- Machine application inventory: every machine-to-machine application with its roles, what they may do, in which
-- organizations it works, and the ages of its secrets.

local latest = logto.list_logs{ page_size = 1 }[1]
local now = latest and latest.createdAt or os.time() * 1000

for application in logto.each("list_applications", { types = "MachineToMachine" }) do
  print(application.name)
  for role in logto.each("list_application_roles", { application_id = application.id }) do
    local scopes = {}
    for scope in logto.each("list_role_scopes", { id = role.id }) do
      table.insert(scopes, scope.resource.name .. ": " .. scope.name)
    end
    table.sort(scopes)
    print("  role " .. role.name .. " -> " .. table.concat(scopes, ", "))
  end
  for _, organization in ipairs(logto.list_application_organizations{ id = application.id }) do
    local roles = {}
    for _, role in ipairs(organization.organizationRoles) do table.insert(roles, role.name) end
    print("  in " .. organization.name .. " as " .. table.concat(roles, ", "))
  end
  for _, secret in ipairs(logto.list_application_secrets{ id = application.id }) do
    local days = (now - secret.createdAt) // 86400000
    local note = not secret.expiresAt and days > 180 and ", has no end: rotate it" or ""
    print(string.format("  secret '%s' is %d days old%s", secret.name, days, note))
  end
end
