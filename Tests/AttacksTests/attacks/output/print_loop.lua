-- expect: limit-output
-- Prints for ever.

while true do print("flood") end
