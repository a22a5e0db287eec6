-- Audit-log report: sign-ins by day and by user, with failures, over the last 30 days of the log.

local entries = logto.all("list_logs", { log_key = "Interaction.SignIn.Submit" })
local since = entries[1] and entries[1].createdAt - 30 * 86400000 or 0

local names = {}
for user in logto.each("list_users") do names[user.id] = user.username end

local days, users = {}, {}
for _, entry in ipairs(entries) do
  if entry.createdAt >= since then
    local failed = entry.payload.result ~= "Success"
    local day = os.date("!%Y-%m-%d", entry.createdAt // 1000)
    local name = names[entry.payload.userId] or "(removed)"
    for table_, key in pairs{ [days] = day, [users] = name } do
      table_[key] = table_[key] or { good = 0, failed = 0 }
      local field = failed and "failed" or "good"
      table_[key][field] = table_[key][field] + 1
    end
  end
end

local function report(title, counts)
  print(title)
  local keys = {}
  for key in pairs(counts) do table.insert(keys, key) end
  table.sort(keys)
  for _, key in ipairs(keys) do
    local mark = counts[key].failed > counts[key].good and "  <- look" or ""
    print(string.format("  %-12s %2d good %2d failed%s", key, counts[key].good, counts[key].failed, mark))
  end
end
report("by day", days)
report("by user", users)
