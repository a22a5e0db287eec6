# debug; io
6d
196d
435,463d
