# debug, also where a message handler was debug.traceback; tracegc uses finalizers; no message handler runs when the
# stack is exhausted (its bound is one of memory)
6d
8d
73,77d
80d
82d
260d
407d
413d
422d
430d
461s/debug.traceback/tostring/
462s/\^\[\^ \]\* //
469s/debug.traceback/tostring/
470s/\^\[\^ \]\* //
471d
740,764d
165d
559,590d
