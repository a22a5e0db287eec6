-- What a script may do with a secret that it has read, each under its name. Every function is given the list of all
-- secrets that were read from answers and arguments.
local ways = {}
local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local function each(change)
  return function(secrets)
    for _, secret in ipairs(secrets) do print(change(secret)) end
  end
end

local function base64(text)
  local digits = {}
  for start = 1, #text, 3 do
    local a, b, c = text:byte(start, start + 2)
    local group = a << 16 | (b or 0) << 8 | (c or 0)
    for _, shift in ipairs{ 18, 12, 6, 0 } do
      local digit = (group >> shift & 63) + 1
      digits[#digits + 1] = alphabet:sub(digit, digit)
    end
  end
  return table.concat(digits)
end

local function hex(text, lead)
  return (text:gsub(".", function(char) return (lead or "") .. string.format("%02x", char:byte()) end))
end

local function characters(text)
  local list = {}
  for char in text:gmatch(utf8.charpattern) do list[#list + 1] = char end
  return list
end

ways["printed"] = each(function(secret) return secret end)
ways["in a longer string"] = each(function(secret) return "the value is " .. secret .. ", keep it" end)
ways["upper-cased"] = each(string.upper)
ways["lower-cased"] = each(string.lower)
ways["backwards"] = each(string.reverse)
ways["in a printed table"] = each(function(secret) return { name = "x", value = secret, list = { secret } } end)
ways["as a key of a table"] = each(function(secret) return { [secret] = true } end)
ways["inspected"] = each(function(secret) return inspect{ a = { b = secret } } end)
ways["spaced"] = each(function(secret) return (secret:gsub(".", "%0 ")) end)
ways["one character an argument"] = each(function(secret) return table.unpack(characters(secret)) end)
ways["one character an element"] = each(function(secret) return characters(secret) end)
ways["in pieces of one line"] = each(function(secret)
  local half = #secret // 2
  return "first: " .. secret:sub(1, half) .. "; then: " .. secret:sub(half + 1)
end)
ways["cut by print"] = each(function(secret) return { ("x"):rep(185) .. " " .. secret .. ("y"):rep(100) } end)
ways["hex"] = each(hex)
ways["HEX"] = each(function(secret) return hex(secret):upper() end)
ways["percent-encoded"] = each(function(secret) return hex(secret, "%") end)
ways["base64"] = each(base64)
ways["base64 behind one byte"] = each(function(secret) return base64("a" .. secret) end)
ways["base64 behind two bytes"] = each(function(secret) return base64("ab" .. secret .. "z") end)
ways["json"] = each(function(secret) return json.encode{ value = secret, [secret] = 1 } end)
ways["json within json"] = each(function(secret) return json.encode{ value = json.encode{ secret } } end)
ways["logged"] = function(secrets)
  for _, secret in ipairs(secrets) do log("value", secret, { secret }) end
end
ways["returned"] = function(secrets) return { secrets = secrets, text = table.concat(secrets, " and ") } end
ways["returned as keys"] = function(secrets)
  local set = {}
  for _, secret in ipairs(secrets) do set[secret] = #secret end
  return set
end
ways["returned as text"] = function(secrets) return table.concat(secrets, "\n") end
ways["raised"] = function(secrets) error(table.concat(secrets, "\n")) end
ways["raised in a table"] = function(secrets) error{ message = secrets[1], code = secrets[2], data = secrets } end
ways["as a wrong argument"] = function(secrets)
  for _, secret in ipairs(secrets) do print(select(2, pcall(logto.get_user, { user_id = "u", [secret] = secret }))) end
  logto.get_user{ user_id = "u", [secrets[1]] = 1 }
end
ways["as an argument of calls"] = function(secrets)
  for _, secret in ipairs(secrets) do
    pcall(logto.get_user, { user_id = secret })
    pcall(logto.list_users, { search = secret })
    pcall(logto.update_user, { user_id = "u", customData = { note = secret } })
    pcall(logto.request, { method = "POST", path = "/api/new/" .. json.encode(secret):gsub("%W", ""), body = { x = secret } })
  end
end
return ways
