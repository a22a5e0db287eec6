-- expect: error
-- Loaded code cannot write through the library tables it is given as environment.

local f = load("upper = function() return 'mine' end return 1", "x", "t", string)
f()
assert(("x"):upper() == "X")
error("writing was refused or was only this state's own")
