-- Translations: custom phrases of the sign-in pages for a language, set, read back and compared.

local language = arg[1] or "fr"
local phrases = {
  input = { username = "Identifiant", password = "Mot de passe" },
  action = { sign_in = "Entrer" },
}

local stored = logto.replace_custom_phrase{ language_tag = language, body = phrases }
print("stored " .. stored.languageTag .. ": " .. stored.translation.input.username)

for _, phrase in ipairs(logto.list_custom_phrases()) do
  local branches = {}
  for branch in pairs(phrase.translation) do table.insert(branches, branch) end
  table.sort(branches)
  print(phrase.languageTag .. " has " .. table.concat(branches, ", "))
end

-- A tree that the pages do not know is refused.
local _, err = logto.try.replace_custom_phrase{ language_tag = language, body = { nonsense = { a = "b" } } }
print("nonsense: " .. (err and err.code or "taken"))

-- The default language cannot be removed, others can.
local _, kept = logto.try.delete_custom_phrase{ language_tag = "en" }
print("en: " .. (kept and kept.code or "removed"))
logto.delete_custom_phrase{ language_tag = language }
print(#logto.list_custom_phrases() .. " languages left")
