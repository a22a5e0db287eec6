-- expect: limit-memory
-- Texts that are longer as JSON, kept.

local s = ("a long plain text without much to escape, "):rep(20000) .. "\n\"\1"
local kept = {}
while true do kept[#kept + 1] = json.encode { s } end
