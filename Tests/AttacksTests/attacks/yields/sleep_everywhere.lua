-- expect: ok
-- Waits of the host at call sites that cannot yield.

table.sort({ 2, 1 }, function(a, b) sleep(0.001) return a < b end)
assert(("x"):gsub("x", function() sleep(0.001) return "y" end) == "y")
local t = setmetatable({}, { __index = function() sleep(0.001) return 7 end, __tostring = function() sleep(0.001) return "t" end })
assert(t.x == 7 and tostring(t) == "t" and table.concat(t, ",", 1, 2) == "7,7")
assert(coroutine.wrap(function() sleep(0.001) return 1 end)() == 1)
do local c <close> = setmetatable({}, { __close = function() sleep(0.001) end }) end
