-- expect: error
-- A thousand `not`.

return assert(load("return " .. ("not "):rep(3000) .. "1"))
