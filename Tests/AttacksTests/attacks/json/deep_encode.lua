-- expect: error
-- A table nested deeper than is written.

local t = {}
for _ = 1, 100000 do t = { t } end
return json.encode(t)
