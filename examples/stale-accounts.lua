-- Stale accounts: suspends users who have not signed in for so many days (180, or the first argument), and tells
-- those who never have. Counts back from the newest entry of the audit log, so that it can be tried on old data.

local days = tonumber(arg[1]) or 180
local latest = logto.list_logs{ page_size = 1 }[1]
local now = latest and latest.createdAt or os.time() * 1000
local limit = now - days * 86400000

local suspended, never = {}, {}
for _, user in ipairs(logto.all("list_users")) do
  local age = (now - (user.lastSignInAt or user.createdAt)) // 86400000
  if not user.isSuspended and user.lastSignInAt and user.lastSignInAt < limit then
    logto.update_user_is_suspended{ user_id = user.id, isSuspended = true }
    table.insert(suspended, string.format("%s: last signed in %d days ago", user.username, age))
  elseif not user.lastSignInAt and user.createdAt < limit then
    table.insert(never, string.format("%s: made %d days ago", user.username, age))
  end
end

table.sort(suspended)
table.sort(never)
print("suspended " .. #suspended)
for _, line in ipairs(suspended) do print("  " .. line) end
print("never signed in " .. #never)
for _, line in ipairs(never) do print("  " .. line) end
return { suspended = #suspended, never = #never }
