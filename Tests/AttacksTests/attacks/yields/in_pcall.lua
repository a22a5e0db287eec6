-- expect: ok
-- Yields through catchers and their handlers' callers.

local co = coroutine.wrap(function()
  local ok, v = pcall(function() return coroutine.yield(1) end)
  local ok2, e = xpcall(function() coroutine.yield(2) error("e", 0) end, function(m) return m .. "!" end)
  return ok, v, ok2, e
end)
assert(co() == 1 and co("in") == 2)
local ok, v, ok2, e = co()
assert(ok and v == "in" and not ok2 and e == "e!")
