-- expect: limit-time
-- A handler that hands back a function, called by the catcher.

local _, again = xpcall(function() while true do end end, function() return function() while true do end end end)
while true do again() end
