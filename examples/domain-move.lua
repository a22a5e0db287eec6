-- Domain move: gives everybody of one email domain an address of another, and moves what depends on it.
-- Addresses that are taken are told and left. Arguments: the old domain, the new one.

local old, new = arg[1] or "globex.example", arg[2] or "globex-group.example"

-- Somebody has one of the new addresses already.
logto.create_user{ username = "frank_old", primaryEmail = "frank@" .. new, name = "Frank of old" }

local moved, taken = 0, 0
local users = logto.all("list_users", { search = { primaryEmail = "%@" .. old } })
table.sort(users, function(a, b) return a.username < b.username end)
for _, user in ipairs(users) do
  local address = user.primaryEmail:gsub("@.*$", "@" .. new)
  local changed, err = logto.try.update_user{ user_id = user.id, primaryEmail = address }
  if changed then
    moved = moved + 1
    print(string.format("moved %-22s -> %s", user.primaryEmail, changed.primaryEmail))
  elseif err.code == "user.email_already_in_use" then
    taken = taken + 1
    print(string.format("taken %-22s -> %s", user.primaryEmail, address))
  else
    error(err)
  end
end

-- Organizations that let people of the old domain join let those of the new one join too.
for organization in logto.each("list_organizations") do
  local domains, has = {}, false
  for _, entry in ipairs(logto.list_organization_jit_email_domains{ id = organization.id }) do
    table.insert(domains, entry.emailDomain)
    has = has or entry.emailDomain == old
  end
  if has then
    table.insert(domains, new)
    logto.replace_organization_jit_email_domains{ id = organization.id, emailDomains = domains }
    print(organization.name .. " takes both domains")
  end
end

print(string.format("%d moved, %d taken", moved, taken))
return { moved = moved, taken = taken }
