-- expect: limit-time
-- A handler that raises within itself until it is deep, again and again.

local function bad(e) error(e) end
while true do xpcall(error, bad, "x") end
