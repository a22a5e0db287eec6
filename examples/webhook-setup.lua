-- Webhook set-up: one hook of a name, with exactly these events and this address; made or brought up to date.

local wanted = {
  name = "crm-sync",
  url = "https://hooks.acme.example/crm",
  events = { "User.Created", "User.Data.Updated", "User.Deleted" },
}

local hook
for candidate in logto.each("list_hooks") do
  if candidate.name == wanted.name then hook = candidate end
end

if not hook then
  hook = logto.create_hook{
    name = wanted.name,
    events = wanted.events,
    config = { url = wanted.url, headers = { ["x-source"] = "logto" } },
  }
  print("made the hook " .. hook.name)
else
  -- `config` is replaced whole: what is not repeated is lost.
  hook = logto.update_hook{
    id = hook.id,
    events = wanted.events,
    config = { url = wanted.url, headers = hook.config.headers },
  }
  print("brought the hook " .. hook.name .. " up to date")
end

print(hook.config.url)
for _, event in ipairs(hook.events) do print("  " .. event) end
print(hook.enabled and "enabled" or "disabled")
print("signing key: " .. (#hook.signingKey > 0 and "set" or "missing"))
