-- expect: limit-time
-- A capture of every length, compared at every place.

return (("a"):rep(200000)):find("(.*)%1b")
