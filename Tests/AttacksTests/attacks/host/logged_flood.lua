-- expect: limit-output
-- Writes to the log instead of the output.

while true do log(("l"):rep(1000)) end
