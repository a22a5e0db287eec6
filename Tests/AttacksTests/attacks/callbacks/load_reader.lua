-- expect: limit-time
-- A reader that hands out blanks for ever.

load(function() return " " end)
