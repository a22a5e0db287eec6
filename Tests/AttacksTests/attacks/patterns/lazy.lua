-- expect: limit-time
-- The lazy form of the same.

return (("a"):rep(3000)):match(".-.-.-.-.-.-b")
