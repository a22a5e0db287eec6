-- expect: limit-memory
-- Escapes make six bytes of one.

local s = ("\1"):rep(1 << 20)
while true do s = json.encode(s) end
