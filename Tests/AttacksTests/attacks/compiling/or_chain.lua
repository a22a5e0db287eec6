-- expect: limit-time
-- A chain of `or`, which the compiler patches in quadratic time.

local s = "return " .. ("a or "):rep(200000) .. "a"
while true do load(s) end
