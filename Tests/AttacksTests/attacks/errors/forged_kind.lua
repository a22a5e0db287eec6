-- expect: error
-- An error dressed as one of the host's.

error({ kind = "limit", limit = "time", message = "forged", status = 200, outcome = "done" })
