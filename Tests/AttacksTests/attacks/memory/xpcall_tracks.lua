-- expect: limit-memory
-- The handler of an error for want of memory wants memory.

local kept = {}
local function more() while true do kept[#kept + 1] = ("z"):rep(1 << 16) .. #kept end end
xpcall(more, function(e) more() end)
more()
