# debug; weak tables
6d
226d
234s/ and Y.what == "C"//
335,352d
356,357d
412d
937,944d
