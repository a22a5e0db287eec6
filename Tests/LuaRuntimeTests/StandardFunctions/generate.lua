-- Writes one chunk for a seed, for the comparison of the budgeted standard functions with the stock ones. A chunk
-- calls one function with arguments that are mostly ordinary and sometimes at or over an edge.
local random, seed = math.random, math.randomseed
local format, concat = string.format, table.concat

local function pick(list) return list[random(#list)] end
local function chance(percent) return random(100) <= percent end

local alphabet = { "a", "b", "c", "aa", "ab", "1", "9", " ", ".", "-", "(", ")", "[", "]", "%", "^", "$", "x", "Z", "\0",
  "\n", "\t", "\200", "\255", "é", "=", "_", "," }

local function text(most)
  local parts = {}
  for i = 1, random(0, most or 8) do parts[i] = pick(alphabet) end
  return concat(parts)
end

local function quoted(s) return (format("%q", s):gsub("\\\n", "\\n")) end

local odd = { "nil", "true", "{}", "1.5", "'x'", "next", "1e300", "'10'", "0/0", "math.mininteger", "math.maxinteger",
  "2^53", "'0x10'", "1.0", "-0.0", "'1e1'", "math.huge", "1 << 40" }

local function int(from, to)
  if chance(4) then return pick(odd) end
  return tostring(random(from or -6, to or 10))
end

-- The same without numbers that would keep the stock functions busy for ever.
local function place(from, to)
  if chance(4) then return pick { "nil", "true", "{}", "1.5", "'x'", "next", "'10'", "1.0", "'1e1'", "0/0", "1e300" } end
  return tostring(random(from or -6, to or 10))
end

local function str(most)
  if chance(2) then return pick(odd) end
  if chance(3) then return tostring(random(-100, 100)) end
  if chance(2) then return format("(%s):rep(%d)", quoted(text(3)), random(0, 300)) end
  return quoted(text(most))
end

-- Arguments, the last ones sometimes left out, sometimes one too many.
local function args(...)
  local list = { ... }
  if chance(8) then for _ = 1, random(#list) do list[#list] = nil end end
  if chance(3) then list[#list + 1] = pick(odd) end
  return concat(list, ", ")
end

-- ---- Patterns

local single = { ".", "%a", "%d", "%s", "%w", "%x", "%l", "%u", "%p", "%c", "%g", "%A", "%D", "%S", "%W", "%L", "%z", "a",
  "b", "c", "1", "9", " ", "x", "%.", "%%", "%-", "%(", "[ab]", "[^a]", "[%a_]", "[a-c]", "[^%s]", "[]]", "[^]]", "[a-]",
  "[%w%-]", "[\0-\127]", "[b-]", "[^\n]", "\0", "\200", "[%z]", "[a-%%]", "[%a-z]", "[9-1]", "%q", "é", "," , "=" }

local function pattern()
  local parts, open = {}, 0
  if chance(12) then parts[1] = "^" end
  for _ = 1, random(0, 6) do
    local r = random(100)
    if r <= 62 then
      parts[#parts + 1] = pick(single) .. (chance(50) and pick { "*", "+", "-", "?" } or "")
    elseif r <= 70 then
      parts[#parts + 1] = "("
      open = open + 1
    elseif r <= 78 then
      if open > 0 or chance(5) then
        parts[#parts + 1] = ")"
        open = open - 1
      end
    elseif r <= 83 then
      parts[#parts + 1] = "()"
    elseif r <= 87 then
      parts[#parts + 1] = pick { "%b()", "%bab", "%b[]", "%baa", "%b\0\0", "%f[%w]", "%f[^a]", "%f[%z]", "%f[\0]" }
    elseif r <= 90 then
      parts[#parts + 1] = "%" .. random(0, 4)
    elseif r <= 92 then
      parts[#parts + 1] = pick { "[", "%", "[^", "]", "%f", "%b", "%bx", "[%", "[a", "[]", "^", "$", "*", "-", "?", "+", "[a-" }
    else
      parts[#parts + 1] = pick(alphabet)
    end
  end
  for _ = 1, chance(95) and open or 0 do parts[#parts + 1] = ")" end
  if chance(12) then parts[#parts + 1] = "$" end
  local p = concat(parts)
  if chance(1) then return format("(%s):rep(%d)", quoted(pick { "a?", "()", "(", ".-", "a*", "(a?)", "[ab]?" }), pick { 31, 33, 150, 199, 200, 201, 250 }) end
  return quoted(p)
end

local function subject()
  if chance(3) then return str(5) end
  if chance(10) then return format("(%s):rep(%d)", quoted(text(4)), random(0, 60)) end
  return quoted(text(14))
end

local replacements = { "'<%0>'", "'%1'", "'%2%1'", "''", "'x'", "'%%'", "'%'", "'%a'", "'%9'", "'a%1b%0c%%d'", "7", "1.5",
  "{a = 'A', b = false, c = 3, [1] = 'one', [' '] = {}}", "setmetatable({}, {__index = function(_, k) return k .. k end})",
  "function(...) return select('#', ...) end", "function(a, b) return b end", "function(a) return a end",
  "function() return false end", "function() return {} end", "function() error('no') end", "function() end",
  "string.upper", "string.len", "string.char", "true", "nil", "('%1'):rep(20)", "'\\0%0\\0'" }

-- ---- Tables

local function element()
  return pick { "1", "2", "3.5", "'a'", "'bc'", "nil", "'x'", "10", "-1", "'\\0'", "true", "{}", "0x7fffffffffffffff" }
end

local function list(most, plain)
  local parts = {}
  for i = 1, random(0, most or 7) do parts[i] = plain and plain() or element() end
  local t = "{" .. concat(parts, ", ") .. "}"
  if chance(8) then
    return format("setmetatable(%s, {__len = function() return %s end})", t,
      pick { "3", "0", "-1", "'2'", "'x'", "1.5", "5", "{}", "nil" })
  elseif chance(4) then
    return format("setmetatable(%s, {__index = function(_, k) return k * 2 end})", t)
  elseif chance(3) then
    return format("setmetatable(%s, {__newindex = function(t, k, v) rawset(t, k, v and {v}) end})", t)
  elseif chance(3) then
    return pick(odd)
  elseif chance(3) then
    return pick {
      "setmetatable({}, {__index = 1, __newindex = 1, __len = 1})",
      "setmetatable({}, {__index = function() error('read') end, __len = function() return 4 end})",
      "setmetatable({}, {__newindex = function() error('written') end, __len = function() return 2 end})",
    }
  end
  return t
end

local function keep(call, t)
  return format("local t = %s local r = table.pack(pcall(function() return %s end)) return r, t", t, call)
end

local formats = { "b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "f", "d", "n", "s", "z", "x", "X", "c", "i1", "i2",
  "i3", "i5", "i7", "i8", "i9", "i16", "i17", "I1", "I3", "I8", "I12", "s1", "s2", "s4", "s8", "s9", "c0", "c1", "c3", "c10",
  "<", ">", "=", "!", "!1", "!2", "!4", "!8", "!16", "!3", " ", "Xi", "Xd", "Xi2", "Xi8", "Xs", "Xz", "Xc1", "y", "i0", "!0",
  "c70000", "i99999999999" }

local function packing()
  local parts = {}
  for i = 1, random(0, 5) do parts[i] = formats[random(chance(80) and 14 + 34 or #formats)] end
  return quoted(concat(parts))
end

local function packed()
  return pick {
    function() return pick { "0", "1", "-1", "127", "128", "255", "256", "-129", "32767", "65536", "1 << 31", "-(1 << 23)", "1 << 62",
      "math.mininteger" } end,
    function() return tostring(random(-300, 300)) end,
    function() return pick { "1.5", "0.1", "-2.0", "1e300", "math.huge", "3.0" } end,
    function() return quoted(text(4)) end,
    function() return pick(odd) end,
  }()
end

local function several(most, one)
  local parts = {}
  for i = 1, random(0, most) do parts[i] = one() end
  return concat(parts, ", ")
end

local specifications = { "d", "i", "u", "x", "X", "o", "c", "s", "s", "q", "a", "A", "e", "E", "f", "g", "G", "%", "F", "l", "n",
  "y", "", "*", "\0", " ", "$" }

local function specification()
  local s = "%"
  if chance(40) then
    if chance(50) then s = s .. concat({ pick { "-", "+", "#", "0", " ", "--", "" }, pick { "-", "+", "#", "0", " ", "" } }) end
    if chance(60) then s = s .. pick { "1", "5", "10", "20", "99", "100", "007", "3" } end
    if chance(40) then s = s .. "." .. pick { "", "0", "1", "3", "10", "99", "100", "20" } end
    if chance(2) then s = s .. pick { (" "):rep(17), (" "):rep(19), (" "):rep(20), (" "):rep(21), ("-"):rep(30) } end
  end
  return s .. specifications[random(chance(85) and 17 or #specifications)]
end

local function formatted()
  return pick {
    function() return (packed():gsub("^[n{].*$", "nil")) end,  -- no text of a table: it differs
    function() return pick { "nil", "true", "false", "'plain'", "'a\\0b'", "('x'):rep(99)", "('x'):rep(100)", "('xy'):rep(150)",
      "'line\\nbreak'", "'\\1\\0029'", "65", "200", "0", "'12'", "'1.5'", "'abc'", "1/3", "-0.0", "1e15", "2^63", "-1e-7",
      "123456789012", "0/0 ~= 0/0 and 7", "-math.huge", "setmetatable({}, {__tostring = function() return 'T' end})",
      "setmetatable({}, {__tostring = function() return 1 end})", "setmetatable({}, {__tostring = function() return {} end})" } end,
  }()
end

local utf = { "a", "é", "€", "😀", "\u{7FFFFFFF}", "\u{10FFFF}", "\u{200000}", "\x80", "\xC0\x80", "\xED\xA0\x80", "\xFF", "\xE2\x82",
  "\0", "z", "\u{D7FF}", "\u{3FFFFFF}", "\xF4\x90\x80\x80", "\xE0\x80\x80", "\xC3" }

local function utf_text()
  local parts = {}
  for i = 1, random(0, 6) do parts[i] = utf[random(chance(70) and 4 or #utf)] end
  local s = concat(parts)
  return chance(2) and str() or quoted(s)
end

local lax = { "false", "true", "nil" }

local function sorted()
  local n = pick { 0, 1, 2, 3, 4, 5, 8, 20, 60, 99, 101 }
  local kind = random(4)
  local parts = {}
  for i = 1, n do
    parts[i] = kind == 1 and tostring(random(-20, 20)) or kind == 2 and quoted(text(3))
      or kind == 3 and format("{%d, %d}", random(1, 6), i) or tostring(random(1, 3) / 2)
  end
  if chance(3) then parts[#parts + 1] = pick { "'mixed'", "1", "{}", "nil, 1" } end
  local order = kind == 3 and "function(a, b) return a[1] < b[1] end"
    or pick { "nil", "function(a, b) return a > b end", "nil", "nil" }
  if chance(5) then
    order = pick { "function() return true end", "function() return false end", "function(a, b) return a ~= b end",
      "function() error('order') end", "1", "function(a, b) return not (a < b) end", "next and nil",
      "function() return nil end" }
  end
  return format("local t = {%s} local r = table.pack(pcall(table.sort, t, %s)) %s", concat(parts, ", "), order,
    "if not r[1] then return r end return r, t")
end

local chunks = {
  find = function() return format("string.find(%s)", chance(60) and args(subject(), pattern()) or args(subject(), pattern(), int(), pick { "true", "false", "nil" })) end,
  match = function() return format("string.match(%s)", chance(70) and args(subject(), pattern()) or args(subject(), pattern(), int())) end,
  gmatch = function()
    return format("(function() local r, n = {}, 0 for a, b, c in string.gmatch(%s) do n = n + 1 r[n] = table.pack(a, b, c) if n > 50 then break end end return r end)()",
      chance(80) and args(subject(), pattern()) or args(subject(), pattern(), int()))
  end,
  gsub = function() return format("string.gsub(%s)", chance(70) and args(subject(), pattern(), pick(replacements)) or args(subject(), pattern(), pick(replacements), int())) end,
  rep = function()
    if chance(5) then return "string.rep(" .. pick { "'ab', 1 << 30", "'x', 1 << 30, ','", "'abc', 1 << 30", "'ab', 1 << 62" } .. ")" end
    local list = { quoted(pick(alphabet) .. text(3)), pick { place(-2, 40), "1000" }, pick { str(3), "nil", "''", "','" } }
    return "string.rep(" .. concat(list, ", ", 1, chance(90) and 3 or random(0, 2)) .. ")"
  end,
  byte = function() return format("string.byte(%s)", args(str(), int(), int())) end,
  char = function() return format("string.char(%s)", several(6, function() return chance(90) and tostring(random(0, 255)) or pick { "256", "-1", "'65'", "1.5", "{}" } end)) end,
  sub = function() return format("string.sub(%s)", args(str(), int(), int())) end,
  simple = function() return format("string.%s(%s)", pick { "len", "upper", "lower", "reverse" }, args(str(20))) end,
  method = function() return format("(%s):%s(%s)", str(), pick { "sub", "sub", "byte", "find", "gsub", "format", "upper" }, args(pick { int(), pattern() }, int())) end,
  arithmetic = function()
    local a, b = pick { "'10'", "'0x1p4'", "' 3 '", "'x'", "'1e2'", "'9223372036854775807'", "''" }, pick { "1", "'2'", "'y'", "2.5", "{}", "nil",
      "setmetatable({}, {__add = function() return 'mt' end, __unm = function() return 'u' end, __idiv = function(a, b) return a end})" }
    local o = pick { "+", "-", "*", "/", "//", "%", "^" }
    return chance(10) and format("-(%s)", a) or chance(50) and format("(%s) %s (%s)", a, o, b) or format("(%s) %s (%s)", b, o, a)
  end,
  format = function()
    local parts = {}
    for i = 1, random(1, 4) do parts[i] = specification() .. text(2):gsub("%%", "") end
    return format("string.format(%s%s)", quoted(concat(parts)), (several(5, formatted):gsub("^(.)", ", %1")))
  end,
  pack = function() return format("string.pack(%s%s)", packing(), (several(5, packed):gsub("^(.)", ", %1"))) end,
  packsize = function() return format("string.packsize(%s)", chance(95) and packing() or str()) end,
  unpack = function() return format("string.unpack(%s)", args(packing(), chance(50) and format("('\\1\\2\\255\\0abc'):rep(%d)", random(0, 9)) or quoted(text(12)), chance(50) and int() or "1")) end,
  concat = function() return format("table.concat(%s)", args(list(7, chance(70) and function() return pick { "1", "'a'", "2.5", "'bcd'" } end or nil), pick { str(2), "nil", "', '" }, place(-1, 6), place(-1, 8))) end,
  insert = function() local t = list() return keep(format("table.insert(%s)", chance(50) and args("t", element()) or args("t", place(-1, 9), element())), t), true end,
  remove = function() local t = list() return keep(format("table.remove(%s)", chance(50) and "t" or args("t", place(-1, 9))), t), true end,
  move = function()
    local t = list()
    return keep(format("table.move(%s)", args("t", place(), place(), pick { place(), "math.maxinteger - 1", "math.mininteger" },
      pick { "nil", "{}", "t", "setmetatable({}, {__newindex = function(s, k, v) rawset(s, k, {v}) end})", "1" })), t), true
  end,
  tunpack = function() return format("table.unpack(%s)", args(list(), pick { place(-1, 5), "nil" }, pick { place(-1, 8), "nil", "1 << 31", "1e7" })) end,
  tpack = function() return format("table.pack(%s)", several(6, element)) end,
  sort = function() return sorted(), true end,
  utf8char = function() return format("utf8.char(%s)", several(5, function() return chance(85) and tostring(random(0, 1 << random(0, 31))) or pick { "-1", "1 << 31", "'x'", "1.5", "'65'" } end)) end,
  codepoint = function() return format("utf8.codepoint(%s)", args(utf_text(), int(-3, 4), int(-3, 9), pick(lax))) end,
  utf8len = function() return format("utf8.len(%s)", args(utf_text(), int(-3, 6), int(-3, 12), pick(lax))) end,
  offset = function() return format("utf8.offset(%s)", chance(50) and args(utf_text(), int(-4, 5)) or args(utf_text(), int(-4, 5), int(-3, 9))) end,
  codes = function()
    return format("(function() local r, n = {}, 0 for p, c in utf8.codes(%s, %s) do n = n + 1 r[n] = {p, c} if n > 50 then break end end return r end)()", utf_text(), pick(lax))
  end,
}

-- ---- Basic functions

-- Values whose text is the same in every state, and some whose text ends in an address.
local shown = { "nil", "true", "false", "0", "-1", "1 << 62", "math.mininteger", "1.0", "-0.0", "1e15", "1e100", "1/3", "2^53", "1/0",
  "-1/0", "'text'", "'a\\0b'", "''", "'12'", "setmetatable({}, {__tostring = function() return 'T' end})",
  "setmetatable({}, {__tostring = function() return 1 end})", "setmetatable({}, {__tostring = function() return nil end})",
  "setmetatable({}, {__tostring = function() error('shown') end})", "setmetatable({}, {__tostring = 1})",
  "setmetatable({}, {__name = 'thing'})", "setmetatable({}, {__name = 1})", "{}", "print", "function() end",
  "coroutine.create(print)" }

-- Tables of which at most one key is not in the array part: their order is the same in every state.
local ordered = { "{}", "{1}", "{1, 2, 3}", "{nil, 2}", "{a = 1}", "{1, 2, a = 3}", "{[1.5] = 2}", "{[true] = false}", "nil", "1", "'x'",
  "setmetatable({1}, {__index = {2, 3}})", "setmetatable({}, {__pairs = function(t) return next, {7}, nil end})",
  "setmetatable({}, {__pairs = function() return 1, 2, 3, 4 end})", "setmetatable({}, {__pairs = 1})" }

local keys = { "nil", "1", "2", "3", "1.0", "4", "0", "'a'", "'b'", "1.5", "true", "{}", "0/0" }

local sources = { "return 1, 2", "return ...", "x = 1 return x", "return y", "local a <const> = 1 a = 2", "return _ENV == _G", "x =", "return 'a",
  "goto out", "", "  ", "# comment", "#!shebang\\nreturn 1", "break", "return 0x", "error('run')", "local function f() f() end return f",
  "return function() return 1 end", "return 1 return 2", "\\0", "return [[a\\nb]]", "--[==[", "return '\\\\q'", "\\27Lua" }

local function source() return "'" .. pick(sources):gsub("'", "\\'") .. "'" end

local readers = { "(function() local n = 0 return function() n = n + 1 return ({'return ', '1', ', 2'})[n] end end)()",
  "(function() local n = 0 return function() n = n + 1 return ({'x = ', '', 'more'})[n] end end)()", "function() return nil end",
  "function() return {} end", "function() error('read') end", "function() error({}) end", "function() end", "function() return 1, 2 end and nil",
  "(function() local n = 0 return function() n = n + 1 return n < 3 and n or nil end end)()", "coroutine.wrap(function() coroutine.yield('return 7') end)",
  "next" }

local function loading()
  local text = chance(70) and source() or chance(80) and pick(readers) or pick(odd)
  -- What stock Lua would take for bytecode is refused here.
  local mode = text:find("27Lua", 1, true) and "'t'" or pick { "nil", "'t'", "'t'", "'bt'", "'b'", "'x'", "''", "1", "{}" }
  local list = { text, pick { "nil", "'=name'", "'@file.lua'", "'a text'", "('long '):rep(30)", "'two\\nlines'", "1", "{}" }, mode }
  if chance(40) then list[4] = pick { "{}", "{y = 'own'}", "nil", "_G", "1" } end
  return concat(list, ", ", 1, random(text:find("27Lua", 1, true) and 3 or 1, #list))
end

chunks.tostring = function() return format("tostring(%s):gsub(': .*', '')", chance(95) and pick(shown) or "") end
chunks.tonumber = function()
  local texts = { "'10'", "' 0x1F '", "'1e1'", "'1e'", "''", "' '", "'0x'", "'1 2'", "'7fffffffffffffff'", "'ffffffffffffffffff'", "'-zz'", "'8'",
    "'- 1'", "'1\\0'", "'9223372036854775808'", "'inf'", "'nan'", "'0x.8p1'", "'1_000'", "'+7'", "'\\t12\\n'" }
  return format("tonumber(%s)", args(chance(80) and pick(texts) or pick(odd), chance(60) and "nil" or int(-1, 40)))
end
chunks.select = function() return format("select(%s)", args(chance(20) and pick { "'#'", "'#x'", "'x'", "'-1'" } or int(-5, 5), element(), element(), element())) end
chunks.next = function() return format("next(%s)", args(pick(ordered), pick(keys))) end
chunks.pairs = function()
  return format("(function() local r, n = {}, 0 for k, v in %s(%s) do n = n + 1 r[n] = {k, v} if n > 9 then break end end return r end)()",
    pick { "pairs", "ipairs" }, pick(ordered))
end
chunks.load = function()
  return format("local f, message = load(%s) if type(f) ~= 'function' then return f, message end return pcall(f, 5)", loading()), true
end
chunks.raw = function()
  local t = pick { "{1, 2}", "setmetatable({1}, {__index = error, __newindex = error, __len = error, __eq = error})", "'text'", "1", "nil" }
  return pick {
    function() return format("rawlen(%s)", args(t)) end,
    function() return format("rawget(%s)", args(t, pick(keys))) end,
    function() return format("(function() local t = %s return rawset(%s) == t, rawget(t, 1) end)()", t, args("t", pick(keys), element())) end,
    function() return format("rawequal(%s)", args(pick(shown), pick(shown))) end,
  }()
end
chunks.metatable = function()
  local mt = pick { "{}", "nil", "{__metatable = 'mine'}", "{__metatable = false}", "1", "{__index = {5}}" }
  return format("(function() local t = setmetatable(%s) return type(t), pcall(setmetatable, t, %s), getmetatable(t) end)()",
    args(pick { "{}", "{1}", "1", "nil", "setmetatable({}, {__metatable = 1})" }, mt), mt)
end
chunks.protect = function()
  local f = pick { "error", "assert", "function(...) return ... end", "function(x) local y = x.z end", "string.sub", "nil", "{}", "pcall",
    "setmetatable({}, {__call = function(self, ...) return ... end})", "function() error({1}) end", "function() error() end", "select" }
  local handler = pick { "rawlen", "function(m) return m, 2 end", "function(m) return {m} end", "nil", "1", "type" }
  if chance(50) then return format("pcall(%s)", args(f, element(), int(-1, 3))) end
  return format("xpcall(%s)", args(f, handler, element(), int(-1, 3)))
end

local names = {}
for name in pairs(chunks) do names[#names + 1] = name end
table.sort(names)

-- The names of the generators; the chunk for a seed, of one generator or of whichever the seed says.
return function(n, name)
  if n == nil then return names end
  seed(n, 7)
  local code, whole = chunks[name or pick(names)]()
  return whole and code or "return " .. code
end
