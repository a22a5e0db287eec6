-- expect: limit-time
-- A set of a million members, tried for every byte.

return (("a"):rep(1 << 20)):gsub("[" .. ("b"):rep(1 << 20) .. "]", "")
