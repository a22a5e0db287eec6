-- expect: limit-time
-- Waits for a flag that nobody sets.

local done = false
local function ready() return done end
while not ready() do end
