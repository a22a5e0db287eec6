-- expect: limit-memory
-- A string doubled until it is too much.

local s = "x"
while true do s = s .. s end
