-- expect: limit-time
-- Sixty tables, each twice in the next: their text would have 2^60 numbers.
local shared = { 1 }
for _ = 1, 60 do shared = { shared, shared } end
while true do pcall(json.encode, shared) end
