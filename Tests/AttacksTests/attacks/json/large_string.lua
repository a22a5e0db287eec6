-- expect: limit-memory
-- Texts that are longer as JSON, kept.

local s = ("plain text, and a quote\"\n"):rep(20000)
local kept = {}
while true do kept[#kept + 1] = json.encode { s } end
