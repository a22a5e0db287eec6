-- expect: ok
-- Nobody gets a metatable under the library tables that outlives the call.

for _, lib in ipairs { string, table, math, utf8, coroutine } do
  pcall(setmetatable, lib, { __index = function() return print end, __newindex = function() end })
  local value
  pcall(function() value = lib.no_such_function end)
  assert(value == nil or value == print)
end
assert(("abc"):upper() == "ABC")
