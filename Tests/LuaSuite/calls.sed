# debug; string.dump and binary chunks
6d
299d
316,317d
320,327d
330,334d
336d
352,356d
375,377d
381,395d
412,418d
437,478d
s/^return deep$//
