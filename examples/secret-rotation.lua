-- Secret rotation: gives every machine-to-machine application a new secret beside the old one, and says which old
-- ones to remove when the new ones are in use. The script's own application is left alone.
-- `logto-lua --demo examples/secret-rotation.lua finish` removes the old ones.

local own = arg[2] or "Demo script"
local finish = arg[1] == "finish"

for application in logto.each("list_applications", { types = "MachineToMachine" }) do
  if application.name ~= own then
    local secrets = logto.list_application_secrets{ id = application.id }
    local newest = 0
    for _, secret in ipairs(secrets) do
      newest = math.max(newest, tonumber(secret.name:match("^rotation (%d+)$")) or 0)
    end
    local name = "rotation " .. newest + 1
    -- The value is usable here (hand it to a secret store), and not shown when printed.
    local made = logto.create_application_secret{ id = application.id, name = name }
    print(string.format("%s: made '%s', %s", application.name, made.name,
      made.expiresAt and "with an end" or "without an end"))
    for _, secret in ipairs(secrets) do
      if finish then
        logto.delete_application_secret{ id = application.id, name = secret.name }
        print(string.format("%s: removed '%s'", application.name, secret.name))
      else
        print(string.format("%s: '%s' can go when the new one is in use", application.name, secret.name))
      end
    end
  end
end
