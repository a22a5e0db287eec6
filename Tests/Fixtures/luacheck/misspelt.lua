-- Mistakes that luacheck finds with lua/luacheckrc.lua: functions that do not exist, and what is not in the sandbox.
logto.creat_user{ username = "ada" }
logto.try.delete_usr{ user_id = "x" }
logto.logto_lst_users{}
docs.find("users")
print(io.open("/etc/passwd"), os.getenv("HOME"), json.null, logto.list_users{}, app.integrations.logto.get_user)
