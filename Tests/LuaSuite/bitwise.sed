# bwcoercion changes the metatable of strings; package: the module is called instead of required
6d
26,27d
59,78d
90s/package.preload.bit32 =/local bit32 =/
198s/require'bit32'/bit32()/
