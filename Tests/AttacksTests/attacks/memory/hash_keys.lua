-- expect: limit-memory
-- New keys for ever.

local t, n = {}, 0
local prefix = ("key"):rep(200)
while true do n = n + 1 t[prefix .. n] = true end
