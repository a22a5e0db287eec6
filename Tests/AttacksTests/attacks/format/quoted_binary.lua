-- expect: limit-memory
-- Quoting makes four bytes of one, and quoting makes more of those.

local s = ("\0"):rep(1 << 17)
while true do s = ("%q"):format(s) end
