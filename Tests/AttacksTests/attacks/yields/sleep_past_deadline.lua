-- expect: limit-time
-- A sleep longer than the run may last.

sleep(3600)
