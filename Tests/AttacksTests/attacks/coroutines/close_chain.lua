-- expect: error
-- Suspended coroutines that close one another from `__close`, nine thousand links.

local co
for _ = 1, 9000 do
  local inner = co
  co = coroutine.create(function()
    local x <close> = setmetatable({}, { __close = function() if inner then assert(coroutine.close(inner)) end end })
    coroutine.yield()
  end)
  coroutine.resume(co)
end
assert(coroutine.close(co))
