-- expect: limit-time
-- A replacement that never comes.

return (("x"):gsub("x", function() while true do end end))
