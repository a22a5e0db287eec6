-- expect: limit-time
-- No choice, but every start of a long string reads to its end.

return (("a"):rep(4 << 20)):find("a*b")
