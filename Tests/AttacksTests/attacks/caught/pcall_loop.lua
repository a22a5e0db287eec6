-- expect: limit-time
-- Catches the end of its time and starts again.

while true do pcall(function() while true do end end) end
