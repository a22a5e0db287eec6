-- expect: limit-time
-- A loop that does arithmetic, so that no instruction of it is alike.

local x = 1
repeat x = (x * 6364136223846793005 + 1442695040888963407) ~ (x >> 7) until x == 0
