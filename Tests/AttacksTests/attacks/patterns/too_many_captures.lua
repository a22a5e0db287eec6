-- expect: error
-- More captures than there is room for.

return (("a"):rep(40)):find(("(a)"):rep(40))
