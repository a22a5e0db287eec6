-- expect: limit-time
-- Each time one coroutine is stopped the next takes over.

while true do
  local next = coroutine.wrap(function() while true do end end)
  pcall(next)
end
