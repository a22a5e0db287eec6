-- expect: limit-time
-- Close handlers that wait for the host, in coroutines that are being closed, beside branches that sleep.
local function closing()
  while true do
    local co = coroutine.create(function()
      local x <close> = setmetatable({}, { __close = function() sleep(0.01) end })
      coroutine.yield()
    end)
    coroutine.resume(co)
    coroutine.close(co)
  end
end
parallel.map({ 1, 2 }, function(i)
  if i == 1 then closing() end
  while true do sleep(0.001) end
end)
