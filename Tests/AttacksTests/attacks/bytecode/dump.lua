-- expect: ok
-- A function cannot be written out as bytecode.

assert(not pcall(function() return string.dump(print) end))
assert(not pcall(function() return ("").dump(print) end))
