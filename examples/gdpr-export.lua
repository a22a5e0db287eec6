-- GDPR export: everything that the tenant knows about one person, as one JSON document.
-- The username is the first argument (default: ada).

local username = arg[1] or "ada"
local user = logto.find("list_users", { username = username })

local export = {
  user = logto.get_user{ user_id = user.id },
  customData = logto.list_user_custom_data{ user_id = user.id },
  roles = json.array{},
  organizations = json.array{},
  secondFactors = json.array{},
  accessTokens = json.array{},
  signIns = json.array{},
}
for role in logto.each("list_user_roles", { user_id = user.id }) do table.insert(export.roles, role.name) end
for _, organization in ipairs(logto.list_user_organizations{ user_id = user.id }) do
  table.insert(export.organizations, organization.name)
end
for _, factor in ipairs(logto.list_user_mfa_verifications{ user_id = user.id }) do
  table.insert(export.secondFactors, factor.type)
end
for _, token in ipairs(logto.list_user_personal_access_tokens{ user_id = user.id }) do
  table.insert(export.accessTokens, token.name)
end
for entry in logto.each("list_logs", { user_id = user.id }) do
  table.insert(export.signIns, { at = os.date("!%Y-%m-%d", entry.createdAt // 1000), result = entry.payload.result })
end

print(json.encode(export, { pretty = true, sorted = true }))
