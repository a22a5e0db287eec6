-- expect: limit-time
-- One literal of a megabyte, read over and over.

local s = "return [==[" .. ("]=] "):rep(200000) .. "]==]"
while true do assert(load(s)) end
