-- expect: limit-time
-- Asks for names that are not there, catching each answer.

local n = 0
while true do
  n = n + 1
  pcall(function() return logto["no_such_function_" .. n] end)
end
