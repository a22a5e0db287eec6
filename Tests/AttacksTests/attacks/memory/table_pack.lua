-- expect: limit-memory
-- Packed arguments that pack themselves.

local t = table.pack(1, 2, 3)
while true do t = table.pack(t, table.unpack(t, 1, t.n < 200 and t.n or 200)) end
