-- expect: error
-- Blocks within blocks.

return assert(load(("do "):rep(1000) .. ("end "):rep(1000)))
