-- expect: error
-- All code points of a long string as results.

return utf8.codepoint(("é"):rep(1 << 20), 1, -1)
