-- So many calls, one after the other, after one that carries a secret; now and then a line is printed.
logto.verify_user_password{ user_id = "u1", password = "correct-horse-battery-staple" }
for number = 1, tonumber(arg[1]) do
  local user = logto.get_user({ user_id = "u1" }, { strict = false })
  if number % 100 == 0 then print(number, user) end
end
