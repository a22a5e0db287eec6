# debug
157d
186,218d
