-- expect: limit-memory
-- A chain of tables.

local t = {}
while true do t = { t } end
