-- expect: limit-time
-- Asks for collections without an end.

while true do
  pcall(collectgarbage)
  pcall(collectgarbage, "step")
  pcall(collectgarbage, "collect")
end
