-- expect: error
-- A body that holds itself.

local t = { user_id = "x", customData = {} }
t.customData.t = t
return logto.update_user(t)
