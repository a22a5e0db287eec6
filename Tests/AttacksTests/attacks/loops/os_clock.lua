-- expect: limit-time
-- Busy waiting on the clock.

while os.clock() < 1e9 do end
