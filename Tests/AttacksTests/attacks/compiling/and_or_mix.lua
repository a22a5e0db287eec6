-- expect: limit-time
-- Jumps that have to be threaded through one another.

local s = "local a, b return " .. ("(a and b) or "):rep(75000) .. "a"
while true do load(s) end
