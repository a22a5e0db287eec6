-- expect: limit-time
-- Sleeps, catches being woken, sleeps.

while true do pcall(sleep, 3600) end
