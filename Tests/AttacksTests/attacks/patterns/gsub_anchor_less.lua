-- expect: limit-time
-- A substitution that fails late at every start.

return (("ab"):rep(1 << 20)):gsub("[ab]-c", "")
