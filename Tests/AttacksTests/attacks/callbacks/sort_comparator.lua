-- expect: limit-time
-- A comparator that never decides, called from C.

table.sort({ 3, 2, 1 }, function() while true do end end)
