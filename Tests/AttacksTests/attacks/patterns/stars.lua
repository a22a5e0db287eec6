-- expect: limit-time
-- Nested choices: every star can give back what it took.

return (("a"):rep(3000)):find(".*.*.*.*.*.*b")
