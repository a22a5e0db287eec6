-- expect: error
-- A path that would leave the API.

return logto.request { method = "GET", path = "/api/../../oidc/token" }
