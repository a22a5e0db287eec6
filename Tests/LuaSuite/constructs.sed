# debug
6d
279d
