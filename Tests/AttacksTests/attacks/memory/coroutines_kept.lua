-- expect: limit-coroutines
-- Suspended coroutines that are kept.

local kept = {}
for i = 1, 1e9 do
  local co = coroutine.wrap(function() local a = {} coroutine.yield(a) end)
  co()
  kept[i] = co
end
