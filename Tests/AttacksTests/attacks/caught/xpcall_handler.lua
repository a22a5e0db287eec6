-- expect: limit-time
-- Goes on in the message handler.

xpcall(function() while true do end end, function() while true do end end)
while true do end
