-- expect: limit-time
-- A comment of nearly a megabyte, skipped over and over.

local s = "--[[" .. ("] "):rep(400000) .. "]] return 1"
while true do assert(load(s)) end
