-- expect: limit-time
-- A loop made of a jump.

::again::
goto again
