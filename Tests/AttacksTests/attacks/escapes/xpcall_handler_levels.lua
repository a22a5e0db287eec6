-- expect: ok
-- A message handler sees no frame of the host.

xpcall(function() error("x") end, function(e)
  assert(not pcall(function() return debug.traceback() end))
  assert(not pcall(error, setmetatable({}, { __gc = print })))
end)
