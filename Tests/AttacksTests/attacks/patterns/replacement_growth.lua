-- expect: limit-memory
-- Each round the text is doubled by its own captures.

local s = "ab"
while true do s = s:gsub("^(.*)$", "%1%1") end
