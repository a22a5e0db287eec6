-- expect: limit-time
-- Each branch starts branches of its own.
local function bomb() pcall(parallel.map, { 1, 2, 3 }, bomb) end
while true do bomb() end
