-- expect: limit-time
-- Writes and reads without an end.

local t = { a = { 1, 2, { b = "x" } } }
while true do t = json.decode(json.encode(t)) end
