-- expect: error
-- More recursion than the matcher allows.

return (("a"):rep(1000)):find(("a?"):rep(1000))
