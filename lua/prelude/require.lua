-- require: this module's table has a field for each module that was asked for. A module is compiled and run once;
-- what it returns is kept, `true` where it returns nothing.
local host = ...
local loading = {}

return setmetatable({}, {
  __index = function(self, name)
    if loading[name] then host.fail("the module '" .. name .. "' requires itself") end
    local chunk = host.module(name)
    loading[name] = true
    local ok, value = pcall(chunk, name)
    loading[name] = nil
    if not ok then error(value, 0) end
    if value == nil then value = true end
    rawset(self, name, value)
    return value
  end,
})
