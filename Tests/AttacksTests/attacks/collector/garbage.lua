-- expect: limit-time
-- Produces garbage as fast as it can.

while true do local t = { {}, {}, {} } end
