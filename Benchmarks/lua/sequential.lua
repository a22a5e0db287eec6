-- So many calls, one after the other.
for _ = 1, tonumber(arg[1]) do logto.get_user{ user_id = "u1" } end
