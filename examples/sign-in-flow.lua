-- Sign-in flow: signs in as an end user, proves once more who it is, and changes that user's own account.
-- It shows what the functions of Experience, My account and Verifications need before them, and in which order.

-- A user and an application to try it with; both are removed at the end.
local password = "correct-horse-9"
local user = logto.create_user{ username = "sign_in_flow", password = password, name = "Sam" }
local redirect = "https://app.acme.example/callback"
local app = logto.create_application{
  name = "Sign-in flow", type = "SPA",
  oidcClientMetadata = { redirectUris = { redirect }, postLogoutRedirectUris = {} },
}
-- What users may do with their own accounts, for as long as this runs.
local settings = logto.get_account_center_settings()
logto.update_account_center_settings{ enabled = true, fields = { name = "Edit", username = "Edit", profile = "Edit" } }

-- 1. The sign-in: begin, show something, say who it is, submit, take the tokens.
logto.sign_in.start{ client_id = app.id, redirect_uri = redirect, scope = "openid profile offline_access" }
logto.init_interaction{ interactionEvent = "SignIn" }
local identifier = { type = "username", value = user.username }
local shown = logto.create_password_verification{ identifier = identifier, password = password }
logto.identify_user{ verificationId = shown.verificationId }
logto.submit_interaction() -- 403 session.mfa.require_mfa_verification: verify a second factor first
local tokens = logto.sign_in.finish()
print("signed in:", tokens.token_type, tokens.scope)

-- 2. The user's own account: every call takes the token as an option.
local as_user = { user_token = tokens.access_token }
print("before:", logto.get_profile({}, as_user).name)
print("after:", logto.update_profile({ name = "Sam Smith" }, as_user).name)
print("profile:", logto.update_other_profile({ nickname = "sam" }, as_user).nickname)

-- 3. Something sensitive: refused until the user proves once more who it is.
local ok, err = pcall(logto.update_profile, { username = "sign_in_flow_2" }, as_user)
if not ok then print("refused:", err.status, err.code) end
local proof = logto.create_verification_by_password({ password = password }, as_user)
local changed = logto.update_profile(
  { username = "sign_in_flow_2", logto_verification_id = proof.verificationRecordId }, as_user)
print("username:", changed.username)

-- 4. The administrator's view of it.
print("open sessions:", #logto.list_user_sessions{ user_id = user.id }.sessions)

logto.update_account_center_settings{ enabled = settings.enabled, fields = settings.fields }
logto.delete_application{ id = app.id }
logto.delete_user{ user_id = user.id }
