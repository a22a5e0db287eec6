-- expect: error
-- Branches that fail have their close handlers not run, like coroutines of Lua: an endless one changes nothing.
parallel.map({ 1, 2, 3, 4, 5, 6, 7, 8 }, function(i)
  local x <close> = setmetatable({}, { __close = function() while true do end end })
  error("branch " .. i)
end)
