-- log(...): a line for whoever runs the script (standard error), tables shown as `print` shows them.
local host = ...
local inspect, concat, select, type = inspect, table.concat, select, type

return {
  log = function(...)
    local parts = {}
    for index = 1, select("#", ...) do
      local value = select(index, ...)
      parts[index] = type(value) == "string" and value or inspect(value)
    end
    host.log(concat(parts, "\t"))
  end,
}
