-- expect: limit-memory
-- Suspended coroutines that are kept.

local kept = {}
for i = 1, 1e9 do
  local co = coroutine.wrap(function() local a = {} coroutine.yield(a) end)
  co()
  kept[i] = co
  if i % 50 == 0 then kept[i] = ("x"):rep(100000) end
end
