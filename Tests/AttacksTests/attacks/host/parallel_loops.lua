-- expect: limit-time
-- Loops in every branch.

parallel.map({ 1, 2, 3, 4, 5, 6, 7, 8 }, function() while true do end end)
