-- expect: limit-source
-- A reader that hands out blanks for ever.

load(function() return " " end)
