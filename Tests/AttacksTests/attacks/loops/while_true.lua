-- expect: limit-time
-- The plainest loop there is.

while true do end
