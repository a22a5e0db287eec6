-- expect: ok
-- Printing a table nested ten thousand deep ends.

local t = {}
for _ = 1, 10000 do t = { t } end
print(t)
