-- expect: error
-- The table of operations cannot be written to.

logto.list_users = function() return "mine" end
