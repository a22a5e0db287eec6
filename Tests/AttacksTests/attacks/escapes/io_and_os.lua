-- expect: ok
-- What touches files, processes and the environment is not there.

local function absent(get) assert(not pcall(function() assert(get() ~= nil) end)) end
for _, name in ipairs { "execute", "exit", "getenv", "remove", "rename", "tmpname", "setlocale" } do
  absent(function() return os[name] end)
end
for _, name in ipairs { "open", "popen", "read", "lines", "stdout" } do absent(function() return io[name] end) end
for _, name in ipairs { "getregistry", "sethook", "getupvalue", "getinfo" } do absent(function() return debug[name] end) end
for _, name in ipairs { "loadlib", "loaded", "searchers", "path" } do absent(function() return package[name] end) end
assert(not pcall(function() dofile("/etc/passwd") end))
assert(not pcall(function() loadfile("/etc/passwd") end))
