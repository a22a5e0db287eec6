-- expect: error
-- Functions within functions.

return assert(load(("return function() "):rep(500) .. ("end "):rep(500)))
