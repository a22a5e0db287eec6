# package; a new function in a library; userdata of io
273,283d
310,325d
344d
347s/$/ b[9] = nil/
