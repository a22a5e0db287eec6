-- expect: limit-time
-- Goes through all operations without an end.

while true do for name, f in pairs(logto) do local x = name end end
