-- expect: limit-time
-- Branches that fail are closed, with handlers that never end.
parallel.map({ 1, 2, 3, 4, 5, 6, 7, 8 }, function(i)
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  error("branch " .. i)
end)
