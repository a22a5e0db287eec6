-- expect: ok
-- Yields from every kind of metamethod.

local y = coroutine.yield
local mt = {
  __index = function(_, k) return y(k) end, __newindex = function(_, k) y(k) end, __add = function() return y("add") end,
  __concat = function() return y("concat") end, __eq = function() return y("eq") end, __lt = function() return y("lt") end,
  __le = function() return y("le") end, __len = function() return y("len") end, __call = function() return y("call") end,
  __unm = function() return y("unm") end, __close = function() y("close") end,
}
local co = coroutine.wrap(function()
  local a, b = setmetatable({}, mt), setmetatable({}, mt)
  do local c <close> = a end
  a.x = a.y
  return a + 1, a .. 1, a == b, a < b, a <= b, #a, a(), -a
end)
local n, last = 0, nil
repeat last = co(1) n = n + 1 until last == nil or last == 1 or n > 30
assert(n == 12)
