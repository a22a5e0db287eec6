-- expect: ok
-- A callback called by the library finds nothing more than its caller did.

local found
table.sort({ 2, 1 }, function(a, b) found = found or io or debug or package return a < b end)
string.gsub("x", "x", function() found = found or io or debug or package end)
pcall(load, function() found = found or io or debug or package end)
assert(found == nil)
