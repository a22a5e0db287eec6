-- expect: error
-- An error message of megabytes is cut.

error(("m"):rep(8 << 20))
