-- expect: limit-time
-- A reader that never returns.

load(function() while true do end end)
