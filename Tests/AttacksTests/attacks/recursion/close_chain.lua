-- expect: error
-- Variables to be closed that open others as they close.

local function open()
  local x <close> = setmetatable({}, { __close = open })
  return open()
end
open()
