-- Dry run first: works out what would change, shows it, and changes it only when told to.
-- Try it without sending anything: logto-lua --demo examples/dry-run-first.lua
-- Then for good: logto-lua --demo examples/dry-run-first.lua apply
-- (`--dry-run` does the same from outside, for any script.)

local apply = arg[1] == "apply"

--- Steps to take: what to say and what to do.
local plan = {}
local function step(text, action)
  table.insert(plan, { text = text, action = action })
end

local support = logto.find("list_roles", { name = "support" })
local has = {}
for user in logto.each("list_role_users", { id = support.id }) do has[user.id] = true end

for user in logto.each("list_users") do
  local should = user.primaryEmail:match("@globex%.example$") ~= nil and not user.isSuspended
  if should and not has[user.id] then
    step("give support to " .. user.username, function()
      logto.create_role_user{ id = support.id, userIds = { user.id } }
    end)
  elseif has[user.id] and not should then
    step("take support from " .. user.username, function()
      logto.delete_role_user{ id = support.id, user_id = user.id }
    end)
  end
end
table.sort(plan, function(a, b) return a.text < b.text end)

for index, entry in ipairs(plan) do
  print(string.format("%2d. %s", index, entry.text))
  if apply then entry.action() end
end
print(#plan .. " steps " .. (apply and "taken" or "planned; run with 'apply' to take them"))
return { steps = #plan, applied = apply }
