-- Organization set-up: an organization with roles, permissions, members and just-in-time provisioning.
-- What is there already is used, so that it can be run again.

local wanted = {
  organization = "Umbrella",
  permissions = { "invite:member", "read:billing", "write:billing" },
  roles = { owner = { "invite:member", "read:billing", "write:billing" }, member = { "read:billing" } },
  members = { grace = "owner", judy = "member" },
  domain = "umbrella.example",
}

--- The element of that name, made where it is missing.
local function ensure(list, create, name, arguments)
  for element in logto.each(list) do
    if element.name == name then return element, false end
  end
  arguments.name = name
  return logto[create](arguments), true
end

local scopes = {}
for _, name in ipairs(wanted.permissions) do
  local scope, made = ensure("list_organization_scopes", "create_organization_scope", name, {})
  scopes[name] = scope.id
  print(string.format("permission %-14s %s", name, made and "made" or "was there"))
end

local roles = {}
for _, name in ipairs{ "owner", "member" } do
  local role, made = ensure("list_organization_roles", "create_organization_role", name, {})
  roles[name] = role.id
  local ids = {}
  for _, scope in ipairs(wanted.roles[name]) do table.insert(ids, scopes[scope]) end
  logto.replace_organization_role_scopes{ id = role.id, organizationScopeIds = ids }
  print(string.format("role       %-14s %s, %d permissions", name, made and "made" or "was there", #ids))
end

local organization, made = ensure("list_organizations", "create_organization", wanted.organization, {})
print(string.format("organization %s %s", organization.name, made and "made" or "was there"))

for _, username in ipairs{ "grace", "judy" } do
  local user = logto.find("list_users", { username = username })
  logto.add_organization_users{ id = organization.id, userIds = { user.id } }
  logto.replace_organization_user_roles{
    id = organization.id,
    user_id = user.id,
    organizationRoleIds = { roles[wanted.members[username]] },
  }
end
logto.replace_organization_jit_email_domains{ id = organization.id, emailDomains = { wanted.domain } }
logto.replace_organization_jit_roles{ id = organization.id, organizationRoleIds = { roles.member } }

for member in logto.each("list_organization_users", { id = organization.id }) do
  print(string.format("member     %-14s %s", member.username, member.organizationRoles[1].name))
end
for _, domain in ipairs(logto.list_organization_jit_email_domains{ id = organization.id }) do
  print("whoever signs in with an address at " .. domain.emailDomain .. " joins")
end
