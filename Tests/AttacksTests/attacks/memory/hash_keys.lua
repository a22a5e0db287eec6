-- expect: limit-memory
-- New keys for ever.

local t, n = {}, 0
while true do n = n + 1 t["key" .. n] = true end
