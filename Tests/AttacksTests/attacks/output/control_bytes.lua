-- expect: ok
-- Escape sequences and broken UTF-8 do not break the envelope.

print("\27[2J\27]0;title\7\0\255\254\r\n\u{202E}")
return "\0\27[0m"
