-- expect: limit-time
-- Walks a long string from its end for every character.

local s = ("é"):rep(1 << 20)
for i = 1, 1 << 20 do utf8.offset(s, -i) end
