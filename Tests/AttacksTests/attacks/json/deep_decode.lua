-- expect: error
-- JSON nested deeper than is read.

return json.decode(("["):rep(100000) .. ("]"):rep(100000))
