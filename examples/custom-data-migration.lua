-- Custom data migration: moves `plan = "gold"` to `subscription = { tier = "gold", version = 2 }`.
-- Users that have been moved are passed over, so that it can be run again after a failure.

local moved, passed = 0, 0
for _, user in ipairs(logto.all("list_users")) do
  local data = user.customData
  if data.subscription then
    passed = passed + 1
  elseif data.plan then
    -- `update_user` replaces custom data whole, which is the only way to remove a key:
    -- `update_user_custom_data` merges.
    local new = {}
    for key, value in pairs(data) do
      if key ~= "plan" then new[key] = value end
    end
    new.subscription = { tier = data.plan, version = 2 }
    logto.update_user{ user_id = user.id, customData = new }
    moved = moved + 1
  end
end
print(string.format("moved %d, passed over %d", moved, passed))

local tiers = {}
for user in logto.each("list_users") do
  assert(user.customData.plan == nil, user.username .. " still has a plan")
  local tier = user.customData.subscription.tier
  tiers[tier] = (tiers[tier] or 0) + 1
end
print(string.format("gold %d, free %d", tiers.gold, tiers.free))
