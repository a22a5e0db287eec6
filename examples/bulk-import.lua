-- Bulk import: creates the users of a list, keeps those that are there already, and reports every collision.
-- Replace `people` by your own list; a second run changes nothing.

local people = {
  { username = "nina", primaryEmail = "nina@acme.example", name = "Nina Simone" },
  { username = "bob", primaryEmail = "robert@acme.example", name = "Robert Hill" }, -- the username is taken
  { username = "paul", primaryEmail = "erin@globex.example", name = "Paul Young" }, -- the address is taken
  { username = "ada", primaryEmail = "ada@acme.example", name = "Ada Lovelace" }, -- is there already
  { username = "9lives", primaryEmail = "cat@acme.example", name = "Cat" }, -- no username of this tenant's
  { username = "quinn", primaryEmail = "quinn@acme.example", name = "Quinn Adams" },
}

--- The user that has exactly this value in this field, or nil.
local function holder(field, value)
  return logto.list_users{ search = { [field] = value }, mode = "exact" }[1]
end

local created, kept, refused = 0, 0, {}
for _, person in ipairs(people) do
  local same = holder("username", person.username)
  if same and same.primaryEmail == person.primaryEmail then
    kept = kept + 1
  else
    local user, err = logto.try.create_user(person)
    if user then
      created = created + 1
    else
      local why = err.code
      if why == "user.username_already_in_use" then
        why = "username belongs to " .. same.primaryEmail
      elseif why == "user.email_already_in_use" then
        why = "address belongs to " .. holder("primaryEmail", person.primaryEmail).username
      end
      table.insert(refused, string.format("%-8s %s", person.username, why))
    end
  end
end

print(string.format("created %d, kept %d, refused %d", created, kept, #refused))
for _, line in ipairs(refused) do print("  " .. line) end
return { created = created, kept = kept, refused = #refused }
