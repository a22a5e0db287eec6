-- expect: limit-memory
-- The message of a failed resume is made where liblua has no handler for an error: with no memory left for it, liblua
-- aborts the process. Filling the memory between two messages makes the collector take the last one for the fill.
local co = coroutine.create(function() end)
coroutine.resume(co)
local kept = nil
while true do
  kept = {kept}
  coroutine.resume(co)
end
