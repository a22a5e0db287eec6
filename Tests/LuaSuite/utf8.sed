# require of a library
6d
