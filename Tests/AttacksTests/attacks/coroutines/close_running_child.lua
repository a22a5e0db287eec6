-- expect: ok
-- Closing what runs is refused.

local outer
outer = coroutine.create(function()
  coroutine.wrap(function() assert(not pcall(coroutine.close, outer)) end)()
end)
assert(coroutine.resume(outer))
