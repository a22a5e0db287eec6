-- expect: ok
-- What touches files, processes and the environment is not there.

assert(io == nil and package == nil and debug == nil and dofile == nil and loadfile == nil)
for _, name in ipairs { "execute", "exit", "getenv", "remove", "rename", "tmpname", "setlocale" } do
  assert(os[name] == nil, name)
end
