-- expect: limit-time
-- Asks for collections without an end.

while true do collectgarbage() collectgarbage("step") collectgarbage("collect") end
