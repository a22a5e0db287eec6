-- expect: limit-memory
-- A string of code points made of itself.

local s = "é"
while true do s = utf8.char(utf8.codepoint(s, 1, 1)) .. s .. s end
