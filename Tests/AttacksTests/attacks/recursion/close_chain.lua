-- expect: limit-time
-- Variables to be closed that open others as they close: after the stack overflow, closing them never ends.

local function open()
  local x <close> = setmetatable({}, { __close = open })
  return open()
end
open()
