-- expect: ok
-- Every broken pattern is an error, not a read past its end.

for _, p in ipairs { "[", "[a", "[^", "[]", "[%", "%", "a%", "%b", "%bx", "%f", "%fa", "(", ")", "(()", "%1", "(%1)", "[a-%" } do
  for _, f in ipairs { string.find, string.match, string.gmatch, string.gsub } do
    local s = "a\0b(c)[" .. p
    local ok, step = pcall(f, s, p, f == string.gsub and "" or nil)
    if ok and type(step) == "function" then pcall(step) end
  end
end
