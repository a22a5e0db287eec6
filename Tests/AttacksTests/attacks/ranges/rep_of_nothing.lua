-- expect: limit-time
-- Repeats the empty string 2^62 times, which must be free, for ever.

while true do (""):rep(1 << 62) end
