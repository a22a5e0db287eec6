-- expect: limit-time
-- Searches the documentation without an end.

while true do pcall(function() docs.search("delete every user of the tenant") end) end
