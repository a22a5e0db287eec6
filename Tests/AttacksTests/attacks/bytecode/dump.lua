-- expect: ok
-- A function cannot be written out as bytecode.

assert(string.dump == nil)
assert(not pcall(function() return ("").dump(print) end))
