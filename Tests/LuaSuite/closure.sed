# weak tables; debug
29,32d
41d
231,268d
