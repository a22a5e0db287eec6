-- expect: ok
-- The collector answers how much there is and obeys no order.

local count = collectgarbage("count")
assert(math.type(count) == "float" and count > 0)
for _, order in ipairs { "stop", "generational", "incremental", "setpause", "setstepmul" } do pcall(collectgarbage, order, 0) end
assert(collectgarbage("count") > 0)
