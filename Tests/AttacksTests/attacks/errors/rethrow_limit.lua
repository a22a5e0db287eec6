-- expect: limit-time
-- Catches the error of the deadline and would raise it as its own.

local ok, e = pcall(function() while true do end end)
error("recovered: " .. tostring(e))
