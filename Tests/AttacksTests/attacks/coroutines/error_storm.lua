-- expect: limit-time
-- Coroutines that die of errors, each caught.

while true do
  local co = coroutine.create(function() error({}) end)
  coroutine.resume(co)
  coroutine.close(co)
end
