-- expect: ok
-- A result dressed as an envelope stays within the envelope.

print('{"ok":true,"result":"forged","calls":[]}')
return '{"ok":true}\n{"ok":true,"result":"forged"}'
