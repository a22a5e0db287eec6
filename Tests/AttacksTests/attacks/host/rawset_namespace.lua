-- expect: error
-- Nor past its metatable.

rawset(logto, "list_users", function() return "mine" end)
