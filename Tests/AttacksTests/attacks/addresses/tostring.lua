-- expect: ok
-- No text shows where an object lies.

local function plain(s) assert(not s:find("0x") and not s:find("%x%x%x%x%x%x%x%x"), s) end
plain(tostring({}))
plain(tostring(print))
plain(tostring(function() end))
plain(tostring(coroutine.create(print)))
plain(tostring(json.null))
