-- expect: error
-- A path parameter that would climb.

return logto.delete_user { user_id = ".." }
