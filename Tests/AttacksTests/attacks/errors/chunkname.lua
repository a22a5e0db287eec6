-- expect: error
-- A chunk whose name is megabytes of control bytes.

load("error('x')", "=" .. ("\27[31m"):rep(200000))()
