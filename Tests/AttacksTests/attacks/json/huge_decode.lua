-- expect: limit-memory
-- A document that grows into more than there is room for.

local s = "[" .. ("{},"):rep(1 << 15) .. "{}]"
local kept = {}
while true do kept[#kept + 1] = json.decode(s) end
