-- require: each module is compiled and run once; what it returns is kept, `true` where it returns nothing.
local host = ...
local loaded, loading = {}, {}

local function require(name)
  local value = loaded[name]
  if value ~= nil then return value end
  local chunk = host.module(name)
  if loading[name] then host.fail("the module '" .. name .. "' requires itself") end
  loading[name] = true
  local ok
  ok, value = pcall(chunk, name)
  loading[name] = nil
  if not ok then error(value, 0) end
  if value == nil then value = true end
  loaded[name] = value
  return value
end

return { require = require }
