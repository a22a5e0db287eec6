-- expect: limit-memory
-- Every byte becomes a megabyte.

return (("x"):rep(1000)):gsub("x", ("y"):rep(1 << 20))
