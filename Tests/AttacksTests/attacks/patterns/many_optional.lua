-- expect: limit-time
-- Every `a?` may be there or not.

return (("a"):rep(80)):find(("a?"):rep(80) .. "b")
