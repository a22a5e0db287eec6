-- The budgeted functions on ordinary input, a row a name: `functions.lua NAME` prints the CPU seconds that the loop
-- took, and nothing else. Both interpreters run the same calls; the sums keep them from being for nothing.
local text = ("The quick brown fox, ada@acme.example, jumps over 13 lazy dogs; key = value. "):rep(12)
local line = '2026-01-15T10:20:30Z level=info user="ada" path=/api/users/u_1f3a status=200 ms=17'
local words = {}
for word in text:gmatch("%a+") do words[#words + 1] = word end
local numbers = {}
for i = 1, 200 do numbers[i] = i * 7919 % 1009 end
local accents = ("Zoë Müller, Łódź 😀 "):rep(20)

local string, table, utf8 = string, table, utf8
local rows = {}

-- Times a body that is called with 1…count.
local function row(name, count, body) rows[name] = { count, body } end

row("find, plain", 400000, function() return (text:find("lazy dogs", 1, true)) end)
row("find, far", 300000, function() return text:find("no such text", 1, true) or 1 end)
row("find, pattern", 200000, function() return (text:find("%d+ lazy")) end)
row("match", 200000, function() return #line:match('user="([^"]*)"') end)
row("match, anchored", 300000, function() return #line:match("^(%d+)%-(%d+)%-(%d+)T") end)
row("gmatch", 20000, function()
  local count = 0
  for word in text:gmatch("%a+") do count = count + #word end
  return count
end)
row("gsub, text", 25000, function() return select(2, text:gsub("%s+", "_")) end)
row("gsub, function", 5000, function() return select(2, text:gsub("%a+", string.upper)) end)
row("gsub, table", 7000, function() return select(2, text:gsub("%a+", { fox = "cat", dogs = "mice" })) end)
row("format, text", 400000, function(i) return #string.format("user %s of %s", "ada", "acme") end)
row("format, integers", 400000, function(i) return #string.format("%d of %d", i, 400000) end)
row("format, padded", 300000, function(i) return #string.format("%5d %-8s|", i % 1000, "ada") end)
row("format, floats", 200000, function(i) return #string.format("%.2f", i / 3) end)
row("format, quoted", 200000, function() return #string.format("%q", line) end)
row("rep", 300000, function() return #("-"):rep(80) end)
row("rep, words", 300000, function() return #("ab"):rep(40, ",") end)
row("sub", 1500000, function(i) return #line:sub(i % 40, i % 40 + 12) end)
row("byte", 1500000, function(i) return (line:byte(i % 60 + 1)) end)
row("byte, many", 300000, function() return (line:byte(1, 20)) end)
row("char", 1000000, function(i) return #string.char(65 + i % 26, 66, 67) end)
row("len", 2000000, function() return line:len() end)
row("upper", 300000, function() return #text:upper() end)
row("lower", 300000, function() return #text:lower() end)
row("reverse", 300000, function() return #line:reverse() end)
row("pack", 300000, function(i) return #string.pack("<I4s2d", i, "ada", 1.5) end)
local packed = string.pack("<I4s2d", 1, "ada", 1.5)
row("unpack", 500000, function() return (string.unpack("<I4s2d", packed)) end)
row("packsize", 800000, function() return string.packsize("<i4i8!8d") end)
row("table.concat", 40000, function() return #table.concat(words, " ") end)
row("table.insert", 30, function()
  local list = {}
  for i = 1, 30000 do table.insert(list, i) end
  return #list
end)
row("table.insert, front", 60, function()
  local list = {}
  for i = 1, 400 do table.insert(list, 1, i) end
  return #list
end)
row("table.remove", 30, function()
  local list = table.move(numbers, 1, #numbers, 1, {})
  for i = 1, 20000 do list[i] = i end
  for _ = 1, 20000 do table.remove(list) end
  return #list + 1
end)
row("table.move", 20000, function() return #table.move(numbers, 1, #numbers, 1, {}) end)
row("table.sort", 1500, function()
  local list = table.move(numbers, 1, #numbers, 1, {})
  table.sort(list)
  return list[1]
end)
row("table.sort, function", 600, function()
  local list = table.move(numbers, 1, #numbers, 1, {})
  table.sort(list, function(a, b) return a > b end)
  return list[1]
end)
row("table.pack", 500000, function(i) return table.pack(i, 2, 3).n end)
row("table.unpack", 1000000, function() return (table.unpack(numbers, 1, 6)) end)
row("utf8.char", 600000, function(i) return #utf8.char(228, 8364, 128512) end)
row("utf8.len", 60000, function() return utf8.len(accents) end)
row("utf8.codepoint", 600000, function() return (utf8.codepoint(accents, 1, 6)) end)
row("utf8.offset", 300000, function() return utf8.offset(accents, 30) end)
row("utf8.codes", 8000, function()
  local sum = 0
  for _, code in utf8.codes(accents) do sum = sum + code end
  return sum
end)
row("tostring", 500000, function(i) return #tostring(i) + #tostring(true) end)
row("tonumber", 800000, function(i) return tonumber("1234") + tonumber("ff", 16) end)
row("select", 1500000, function(i) return (select(2, i, 2, 3)) + select("#", i, i) end)
row("next", 10000, function()
  local count = 0
  for _ in pairs(numbers) do count = count + 1 end
  return count
end)
row("ipairs", 15000, function()
  local count = 0
  for i in ipairs(numbers) do count = count + i end
  return count
end)
row("setmetatable", 1500000, function() return setmetatable({}, rows) and 1 end)
row("load", 40000, function() return load("local a, b = 1, 2 return a + b")() end)

if arg[1] == "--names" then
  for name in pairs(rows) do print(name) end
  return
end
local count, body = table.unpack((assert(rows[arg[1]], "no such row")))
local sum = 0
local start = os.clock()
for i = 1, count do sum = sum + body(i) end
local elapsed = os.clock() - start
assert(sum > 0)
print(elapsed)
