-- expect: ok
-- A message handler sees no frame of the host.

xpcall(function() error("x") end, function(e)
  assert(debug == nil)
  assert(not pcall(error, setmetatable({}, { __gc = print })))
end)
