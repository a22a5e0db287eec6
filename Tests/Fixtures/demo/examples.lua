-- Runs one documented example at the demo tenant. Arguments: the operation's name, its example, who calls it, and, in
-- pairs, its arguments that take ids with the operations that give them.
--
-- An example's ids are made up. Here stands what they are in the demo tenant, and for each operation that needs more
-- than the tenant starts with, what is made before.

local name, example, caller = arg[1], arg[2], arg[3]

-- What an id is when nothing else is said, by where it comes from.
local usual = {
  list_users = "ada000000000", list_organizations = "acme", list_applications = "nightly-job",
  list_roles = "role-auditor", list_organization_roles = "org-role-member",
  list_organization_scopes = "org-scope-invite", list_resources = "orders",
  list_resource_scopes = "orders-read-orders", list_hooks = "hook-audit", list_domains = "domain-login",
  list_organization_invitations = "invitation-nina", list_sso_connectors = "sso-globex",
  list_connectors = "connector-social",
}

-- What is made; functions that give values for an operation's arguments, or nothing.
local function logID() return logto.list_logs{}[1].id end

local function template()
  return logto.replace_email_templates{ templates = { {
    languageTag = "en", templateType = "SignIn", details = { subject = "Code", content = "{{code}}" },
  } } }[1].id
end

local function token() return logto.add_one_time_tokens{ email = "ada@acme.example" } end

local function tokenID() return { id = token().id } end

local function secret(named)
  return function() logto.create_application_secret{ id = "nightly-job", name = named } end
end

local function personalToken(named)
  return function() logto.create_user_personal_access_token{ user_id = "ada000000000", name = named } end
end

local function field(named)
  return function() logto.create_custom_profile_field{ name = named, type = "Text", required = false } end
end

local function identity()
  logto.replace_user_identity{ user_id = "ada000000000", target = "google", body = { userId = "g-1" } }
end

local function machineRole() return { id = "role-worker", role_id = "role-worker", roleIds = "role-worker" } end

local function machineOrganizationRole()
  return { organizationRoleIds = "org-role-machine", organization_role_id = "org-role-machine" }
end

local function thirdParty() return { id = "acme-shop", application_id = "acme-shop" } end

local function consented()
  logto.create_application_user_consent_organization{
    id = "acme-shop", user_id = "ada000000000", organizationIds = { "acme" },
  }
  return thirdParty()
end

local function branded()
  logto.replace_application_sign_in_experience{ application_id = "acme-shop", branding = json.object{} }
  return thirdParty()
end

local function customizer()
  logto.upsert_jwt_customizer{
    token_type_path = "access-token", script = "const getCustomJwtClaims = async () => ({});",
  }
end

local function captcha()
  logto.update_captcha_provider{ config = { type = "Turnstile", siteKey = "site", secretKey = "key" } }
end

local function phrase(language)
  return function()
    logto.replace_custom_phrase{ language_tag = language, body = { action = { sign_in = "Enter" } } }
  end
end

local function organizationRoleScope()
  logto.create_organization_role_resource_scope{ id = "org-role-member", scopeIds = { "orders-read-orders" } }
  return { scope_id = "orders-read-orders" }
end

local function protectedApp()
  return logto.create_application{
    name = "Site", type = "Protected",
    protectedAppMetadata = { subDomain = "site", origin = "https://site.acme.example" },
  }.id
end

local function samlApp()
  return logto.create_saml_application{
    name = "Wiki", entityId = "https://wiki.example",
    acsUrl = { binding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST", url = "https://wiki.example/acs" },
  }.id
end

local function saml() return { id = samlApp() } end

local function samlSecret()
  local id = samlApp()
  return { id = id, secret_id = logto.create_saml_application_secret{ id = id, lifeSpanInYears = 1 }.id }
end

local function social() return { connector_id = "connector-social", connectorId = "connector-social" } end

-- Sign-ins. The demo tenant's users have a password each; every code that it sends is 123456.

local ada = { type = "username", value = "ada" }
local userToken

local function begin(event)
  logto.sign_in.start{
    client_id = "acme-web", redirect_uri = "https://app.acme.example/callback",
    scope = "openid offline_access profile email phone identities custom_data urn:logto:scope:sessions",
  }
  if event then logto.init_interaction{ interactionEvent = event } end
end

local function password()
  return logto.create_password_verification{ identifier = ada, password = "Demo!ada1" }.verificationId
end

local function identify()
  begin("SignIn")
  logto.identify_user{ verificationId = password() }
end

local function signIn()
  identify()
  logto.submit_interaction()
  userToken = logto.sign_in.finish().access_token
end

-- The user's own account, open for changes, with a fresh proof that it is the user.
local function account()
  logto.update_account_center_settings{
    enabled = true,
    fields = {
      name = "Edit", avatar = "Edit", username = "Edit", profile = "Edit", email = "Edit", phone = "Edit",
      password = "Edit", social = "Edit", mfa = "Edit",
    },
  }
  signIn()
end

local function call(operation, arguments) return logto.call(operation, arguments, { user_token = userToken }) end

local function proof() return (call("create_verification_by_password", { password = "Demo!ada1" })).verificationRecordId end

local function registering() begin("Register") return { value = "zoe" } end

local function factors()
  logto.create_user_mfa_verification{ user_id = "ada000000000", type = "Totp" }
  logto.create_user_mfa_verification{ user_id = "ada000000000", type = "BackupCode", codes = { "123456" } }
end

local function codeFor(identifier)
  local record = call("create_verification_by_verification_code", { identifier = identifier }).verificationRecordId
  call("verify_verification_by_verification_code", { identifier = identifier, verificationId = record, code = "123456" })
  return { newIdentifierVerificationRecordId = record }
end

local function socialProof()
  return call("create_verification_by_social", {
    state = "random-state", redirectUri = "https://acme.example/callback", connectorId = "connector-social",
  }).verificationRecordId
end

local function session()
  signIn()
  local open = logto.list_user_sessions{ user_id = "ada000000000" }.sessions[1]
  return { session_id = open.payload.uid, grant_id = logto.list_user_grants{ user_id = "ada000000000" }.grants[1].id }
end

local function passkey()
  identify()
  return { verificationId = logto.create_web_authn_registration_verification().verificationId }
end

local function configured()
  begin("SignIn")
  logto.update_sso_connector{
    id = "sso-globex", config = { clientId = "id", clientSecret = "secret", issuer = "https://login.globex.example" },
  }
  return { connector_id = "sso-globex" }
end

local function mfaAllowed()
  logto.update_sign_in_exp{ mfa = { policy = "UserControlled", factors = { "Totp", "BackupCode" } } }
end

-- What is made for an operation, giving values for its arguments where they are not the usual ones.
local before = {
  add_organization_applications = function() return { id = "globex" } end,
  add_organization_users = function() return { id = "globex" } end,
  assign_organization_roles_to_application = machineOrganizationRole,
  assign_organization_roles_to_applications = machineOrganizationRole,
  replace_organization_application_roles = machineOrganizationRole,
  delete_organization_application_role = machineOrganizationRole,
  assign_application_roles = function() return { roleIds = "role-worker", application_id = "demo-script" } end,
  replace_application_roles = function() return { roleIds = "role-worker", application_id = "demo-script" } end,
  delete_application_role = machineRole,
  create_role_application = function() return { id = "role-worker", applicationIds = "demo-script" } end,
  delete_role_application = machineRole,
  delete_role_user = function() return { id = "role-admin" } end,
  delete_user_role = function() return { role_id = "role-admin" } end,
  delete_organization_user_role = function() return { organization_role_id = "org-role-admin" } end,
  create_role_scope = function() return { id = "role-auditor", scopeIds = "orders-read-orders" } end,
  delete_role_scope = function() return { id = "role-support", scope_id = "orders-read-orders" } end,
  delete_organization_role_resource_scope = organizationRoleScope,
  delete_organization_role_scope = function() return { id = "org-role-admin" } end,
  create_application_user_consent_scope = thirdParty, list_application_user_consent_scopes = thirdParty,
  create_application_user_consent_organization = thirdParty, replace_application_sign_in_experience = thirdParty,
  list_application_user_consent_organizations = thirdParty,
  replace_application_user_consent_organizations = thirdParty,
  delete_application_user_consent_organization = consented, get_application_sign_in_experience = branded,
  delete_application_user_consent_scope = function()
    logto.create_application_user_consent_scope{
      application_id = "acme-shop", organizationScopes = { "org-scope-invite" },
    }
    return { application_id = "acme-shop", scope_id = "org-scope-invite" }
  end,
  create_application_protected_app_metadata_custom_domain = function() return { id = protectedApp() } end,
  delete_application_protected_app_metadata_custom_domain = function()
    local id = protectedApp()
    logto.create_application_protected_app_metadata_custom_domain{ id = id, domain = "app.acme.example" }
    return { id = id }
  end,
  get_saml_application = saml, update_saml_application = saml, delete_saml_application = saml,
  list_saml_application_metadata = saml, list_saml_application_secrets = saml, create_saml_application_secret = saml,
  update_saml_application_secret = samlSecret, delete_saml_application_secret = samlSecret,
  get_saml_application_callback = saml, get_saml_authn = saml, create_saml_authn = saml,
  create_user_identity = social, create_connector_authorization_uri = social, assert_saml = social,
  get_connector_factory = function() return { id = "github-universal" } end,
  assert_single_sign_on_saml = function() return { connector_id = "sso-globex" } end,
  delete_application_secret = secret("2025"), update_application_secret = secret("old"),
  get_captcha_provider = captcha, delete_captcha_provider = captcha,
  get_custom_phrase = phrase("en"), delete_custom_phrase = phrase("fr"),
  get_jwt_customizer = customizer, update_jwt_customizer = customizer, delete_jwt_customizer = customizer,
  get_email_template = function() return { id = template() } end,
  update_email_template_details = function() return { id = template() } end,
  delete_email_template = function() return { id = template() } end,
  get_one_time_token = tokenID, delete_one_time_token = tokenID, replace_one_time_token_status = tokenID,
  get_user_session = session, delete_user_session = session, delete_user_grant = session,
  verify_one_time_token = function() return { token = token().token } end,
  get_log = function() return { id = logID() } end,
  get_user_identity = identity, delete_user_identity = identity,
  delete_personal_access_token_post = personalToken("ci"), delete_user_personal_access_token = personalToken("ci"),
  update_personal_access_token_name = personalToken("ci"), update_user_personal_access_token = personalToken("old"),
  delete_user_mfa_verification = function()
    logto.create_user_mfa_verification{ user_id = "ada000000000", type = "Totp" }
    return { verification_id = logto.list_user_mfa_verifications{ user_id = "ada000000000" }[1].id }
  end,
  get_custom_profile_field_by_name = field("company"), update_custom_profile_field_by_name = field("company"),
  delete_custom_profile_field_by_name = field("company"),
  update_custom_profile_fields_sie_order = field("company"),
  delete_oidc_key = function()
    local old = logto.get_oidc_keys{ key_type = "private-keys" }[1].id
    logto.rotate_oidc_keys{ key_type = "private-keys" }
    return { key_id = old }
  end,
  verify_user_password = function()
    logto.update_user_password{ user_id = "ada000000000", password = "correct-horse-9" }
  end,
  create_domain = function() logto.delete_domain{ id = "domain-login" } end,
  create_organization_jit_email_domain = function() return { id = "globex" } end,
  create_resource_scope = function() return { resource_id = "reports" } end,
  delete_organization_jit_role = function()
    logto.create_organization_jit_role{ id = "acme", organizationRoleIds = { "org-role-member" } }
  end,
  delete_organization_jit_sso_connector = function()
    logto.create_organization_jit_sso_connector{ id = "acme", ssoConnectorIds = { "sso-globex" } }
  end,
}

-- The same for what end users call. An operation that is missing here needs a sign-in that has begun, or an account.
local beforeExperience = {
  init_interaction = function() begin() end,
  add_user_profile = registering, create_new_password_identity_verification = registering,
  identify_user = function()
    begin("SignIn")
    return { verificationId = password() }
  end,
  create_password_verification = function()
    logto.update_user_password{ user_id = "ada000000000", password = "correct-horse-9" }
    begin("SignIn")
  end,
  reset_user_password = function()
    begin("ForgotPassword")
    local mail = { type = "email", value = "ada@acme.example" }
    local id = logto.create_and_send_verification_code{ identifier = mail, interactionEvent = "ForgotPassword" }.verificationId
    logto.verify_verification_code_verification{ identifier = mail, verificationId = id, code = "123456" }
    logto.identify_user{ verificationId = id }
  end,
  verify_verification_code_verification = function()
    begin("SignIn")
    local mail = { type = "email", value = "ada@acme.example" }
    return logto.create_and_send_verification_code{ identifier = mail, interactionEvent = "SignIn" }
  end,
  create_and_send_mfa_verification_code = identify, create_totp_secret = identify, generate_backup_codes = identify,
  create_web_authn_registration_verification = identify, submit_interaction = identify,
  create_web_authn_authentication_verification = identify,
  verify_mfa_verification_code = function()
    identify()
    return logto.create_and_send_mfa_verification_code{ identifierType = "email" }
  end,
  verify_totp_verification = function() factors() identify() end,
  verify_backup_code = function() factors() identify() end,
  bind_mfa_verification = function()
    identify()
    local id = logto.create_totp_secret().verificationId
    return logto.verify_totp_verification{ verificationId = id, code = "123456" }
  end,
  bind_passkey = passkey, verify_web_authn_registration_verification = passkey,
  create_social_verification = function() begin("SignIn") return social() end,
  verify_social_verification = function()
    begin("SignIn")
    logto.create_social_verification{
      connector_id = "connector-social", state = "random-state", redirectUri = "https://acme.example/callback",
    }
    return social()
  end,
  create_enterprise_sso_verification = configured,
  verify_enterprise_sso_verification = function()
    local values = configured()
    values.verificationId = logto.create_enterprise_sso_verification{
      connector_id = "sso-globex", state = "random-state", redirectUri = "https://acme.example/callback",
    }.verificationId
    return values
  end,
  verify_one_time_token_verification = function()
    begin("SignIn")
    return { token = logto.add_one_time_tokens{ email = "ada@acme.example" }.token }
  end,
}

local beforeAccount = {
  create_verification_by_password = function() return { password = "Demo!ada1" } end,
  create_verification_by_social = social,
  verify_verification_by_social = function() return { verificationRecordId = socialProof() } end,
  verify_verification_by_verification_code = function()
    local mail = { type = "email", value = "ada@acme.example" }
    return { verificationId = call("create_verification_by_verification_code", { identifier = mail }).verificationRecordId }
  end,
  verify_web_authn_registration = function() return (call("generate_web_authn_registration_options")) end,
  add_mfa_verification = mfaAllowed,
  add_user_identities = function()
    local id = socialProof()
    call("verify_verification_by_social", { verificationRecordId = id, connectorData = { code = "code" } })
    return { newIdentifierVerificationRecordId = id }
  end,
  update_primary_email = function() return codeFor{ type = "email", value = "ada@acme.example" } end,
  update_primary_phone = function() return codeFor{ type = "phone", value = "15550100" } end,
  delete_identity = function() identity() end,
  delete_mfa_verification = function()
    factors()
    return { verification_id = logto.list_user_mfa_verifications{ user_id = "ada000000000" }[1].id }
  end,
  get_backup_codes = factors,
  delete_session_by_id = session, delete_grant_by_id = session,
  update_social_identity_access_token_by_verification_id = function() return { verificationRecordId = proof() } end,
}

local values
if caller == "experience" then
  local prepare = beforeExperience[name] or function() begin("SignIn") end
  values = prepare() or {}
elseif caller == "account" then
  account()
  values = beforeAccount[name] and beforeAccount[name]() or {}
  values.logto_verification_id = proof()
else
  values = before[name] and before[name]() or {}
end
for place = 4, #arg, 2 do
  local argument, source = arg[place], arg[place + 1]
  values[argument] = values[argument] or usual[source]
end
for argument, value in pairs(values) do
  for _, opening in ipairs{ argument .. " = ", argument .. " = { " } do
    local pattern = "(%f[%w_]" .. opening .. ')"[^"]*"'
    example = example:gsub(pattern, function(text) return text .. ("%q"):format(value) end)
  end
end

-- An example of an account's own operation is written for an account that is signed in as that user.
local environment = setmetatable({}, { __index = _G })
if userToken and caller == "account" then
  environment.logto = setmetatable({}, { __index = function(_, operation)
    return function(arguments) return logto[operation](arguments or {}, { user_token = userToken }) end
  end })
end
assert(load(example, "=example", "t", environment))()
