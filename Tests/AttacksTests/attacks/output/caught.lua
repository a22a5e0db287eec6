-- expect: limit-output
-- Catches that its output is used up, and prints on.

while true do pcall(print, ("x"):rep(10000)) end
