---@meta logto
-- What scripts can use, for editors. Made by `swift run CatalogueGenerator`; changes belong into contract/.

---@class logto
logto = {}

---@class logto.AccountCenter
---@field tenantId string
---@field id string
---@field enabled boolean
---@field fields logto.AccountCenterFields
---@field webauthnRelatedOrigins string[]
---@field deleteAccountUrl? string
---@field customCss? string

---@class logto.AccountCenterFields
---@field name? "Off"|"ReadOnly"|"Edit"
---@field avatar? "Off"|"ReadOnly"|"Edit"
---@field profile? "Off"|"ReadOnly"|"Edit"
---@field email? "Off"|"ReadOnly"|"Edit"
---@field phone? "Off"|"ReadOnly"|"Edit"
---@field password? "Off"|"ReadOnly"|"Edit"
---@field username? "Off"|"ReadOnly"|"Edit"
---@field social? "Off"|"ReadOnly"|"Edit"
---@field customData? "Off"|"ReadOnly"|"Edit"
---@field mfa? "Off"|"ReadOnly"|"Edit"
---@field session? "Off"|"ReadOnly"|"Edit"

---@class logto.Address
---@field formatted? string
---@field streetAddress? string
---@field locality? string
---@field region? string
---@field postalCode? string
---@field country? string

---@class logto.Application
---@field tenantId string
---@field id string
---@field name string
---@field secret string
---@field description? string
---@field type logto.ApplicationType
---@field oidcClientMetadata logto.OidcClientMetadata
---@field customClientMetadata logto.CustomClientMetadata
---@field protectedAppMetadata? logto.ProtectedAppMetadata
---@field customData table<string, any>
---@field isThirdParty boolean
---@field createdAt number

---@class logto.ApplicationDetails
---@field tenantId string
---@field id string
---@field name string
---@field secret string
---@field description? string
---@field type logto.ApplicationType
---@field oidcClientMetadata logto.OidcClientMetadata
---@field customClientMetadata logto.CustomClientMetadata
---@field protectedAppMetadata? logto.ProtectedAppMetadata
---@field customData table<string, any>
---@field isThirdParty boolean
---@field createdAt number
---@field isAdmin boolean

---@class logto.ApplicationSecret
---@field tenantId string
---@field applicationId string
---@field name string
---@field value string
---@field createdAt number
---@field expiresAt? number

---@class logto.ApplicationSignInExperience
---@field tenantId string
---@field applicationId string
---@field color logto.Color
---@field branding logto.Branding
---@field customCss? string
---@field termsOfUseUrl? string
---@field privacyPolicyUrl? string
---@field displayName? string

---@class logto.ApplicationSummary
---@field tenantId string
---@field id string
---@field name string
---@field secret string
---@field description? string
---@field type logto.ApplicationType
---@field oidcClientMetadata logto.OidcClientMetadata
---@field customClientMetadata logto.CustomClientMetadata
---@field protectedAppMetadata? logto.ProtectedAppMetadata
---@field customData table<string, any>
---@field isThirdParty boolean
---@field createdAt number

---@alias logto.ApplicationType "Native"|"SPA"|"Traditional"|"MachineToMachine"|"Protected"|"SAML"

---@class logto.Branding
---@field logoUrl? string
---@field darkLogoUrl? string
---@field favicon? string
---@field darkFavicon? string

---@class logto.CaptchaProvider
---@field tenantId string
---@field id string
---@field config { type: "Turnstile", siteKey: string, secretKey: string }|{ type: "RecaptchaEnterprise", siteKey: string, secretKey: string, projectId: string, domain?: string, mode?: "invisible"|"checkbox" }
---@field createdAt number
---@field updatedAt number

---@class logto.CloudflareData
---@field id string
---@field status string
---@field ssl { status: string, validation_errors?: { message: string }[] }
---@field verification_errors? string[]

---@class logto.Color
---@field primaryColor? string
---@field isDarkModeEnabled? boolean
---@field darkPrimaryColor? string

---@class logto.Connector
---@field id string
---@field syncProfile boolean
---@field enableTokenStorage boolean
---@field config table<string, any>
---@field metadata { target?: string, name?: table<string, any>, logo?: string, logoDark?: string }
---@field connectorId string
---@field target string
---@field name table<string, any>
---@field description table<string, any>
---@field logo string
---@field logoDark? string
---@field readme string
---@field configTemplate? string
---@field formItems? logto.ConnectorFormItem[]
---@field customData? table<string, any>
---@field fromEmail? string
---@field platform? "Native"|"Universal"|"Web"
---@field isStandard? boolean
---@field isTokenStorageSupported? boolean
---@field type "Email"|"Sms"|"Social"
---@field isDemo? boolean
---@field extraInfo? table<string, any>
---@field usage? number

---@class logto.ConnectorFactory
---@field type "Email"|"Sms"|"Social"
---@field isDemo? boolean
---@field id string
---@field target string
---@field name table<string, any>
---@field description table<string, any>
---@field logo string
---@field logoDark? string
---@field readme string
---@field configTemplate? string
---@field formItems? logto.ConnectorFormItem[]
---@field customData? table<string, any>
---@field fromEmail? string
---@field platform? "Native"|"Universal"|"Web"
---@field isStandard? boolean
---@field isTokenStorageSupported? boolean

---@alias logto.ConnectorFormItem { type: "Select", selectItems: { value: string, title: string }[], key: string, label: string, placeholder?: string, required?: boolean, defaultValue?: any, showConditions?: { targetKey: string, expectValue?: any }[], description?: string, tooltip?: string, isConfidential?: boolean, isDevFeature?: boolean }|{ type: "MultiSelect", selectItems: { value: string }[], key: string, label: string, placeholder?: string, required?: boolean, defaultValue?: any, showConditions?: { targetKey: string, expectValue?: any }[], description?: string, tooltip?: string, isConfidential?: boolean, isDevFeature?: boolean }|{ type: "Text"|"Number"|"MultilineText"|"Switch"|"Json", key: string, label: string, placeholder?: string, required?: boolean, defaultValue?: any, showConditions?: { targetKey: string, expectValue?: any }[], description?: string, tooltip?: string, isConfidential?: boolean, isDevFeature?: boolean }

---@class logto.ConsentScopes
---@field organizationScopes { id: string, name: string, description: string }[]
---@field resourceScopes { resource: { id: string, name: string, indicator: string }, scopes: { id: string, name: string, description: string }[] }[]
---@field organizationResourceScopes { resource: { id: string, name: string, indicator: string }, scopes: { id: string, name: string, description: string }[] }[]
---@field userScopes logto.UserScope[]

---@class logto.CustomClientMetadata
---@field corsAllowedOrigins? string[]
---@field idTokenTtl? number
---@field refreshTokenTtl? number
---@field refreshTokenTtlInDays? number
---@field tenantId? string
---@field alwaysIssueRefreshToken? boolean
---@field rotateRefreshToken? boolean
---@field allowTokenExchange? boolean
---@field isDeviceFlow? boolean
---@field maxAllowedGrants? number

---@class logto.CustomProfileField
---@field tenantId string
---@field id string
---@field name string
---@field type "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname"
---@field label string
---@field description? string
---@field required boolean
---@field config logto.CustomProfileFieldConfig
---@field createdAt number
---@field sieOrder number

---@class logto.CustomProfileFieldConfig
---@field placeholder? string
---@field minLength? number
---@field maxLength? number
---@field minValue? number
---@field maxValue? number
---@field format? string
---@field customFormat? string
---@field options? { label?: string, value: string }[]
---@field defaultValue? string
---@field parts? logto.CustomProfileFieldPart[]

---@alias logto.CustomProfileFieldInput { name: string, type: "Text", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minLength?: number, maxLength?: number } }|{ name: string, type: "Number", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minValue?: number, maxValue?: number } }|{ name: string, type: "Date", label?: string, description?: string, required: boolean, config?: { placeholder?: string, format: string, customFormat?: string } }|{ name: string, type: "Checkbox", label?: string, required: boolean, config?: { defaultValue: "true"|"false" } }|{ name: string, type: "Select", label?: string, description?: string, required: boolean, config: { placeholder?: string, options: { label?: string, value: string }[] } }|{ name: string, type: "Url", label?: string, description?: string, required: boolean, config?: { placeholder?: string } }|{ name: string, type: "Regex", label?: string, description?: string, required: boolean, config: { placeholder?: string, format: string } }|{ name: string, type: "Address", label?: string, description?: string, required: boolean, config: { parts: ({ enabled: boolean, type: "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minLength?: number, maxLength?: number, minValue?: number, maxValue?: number, format?: string, customFormat?: string, options?: { label?: string, value: string }[], defaultValue?: string }, name: "formatted"|"streetAddress"|"locality"|"region"|"postalCode"|"country" })[] } }|{ name: string, type: "Fullname", label?: string, description?: string, required: boolean, config: { parts: ({ enabled: boolean, type: "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minLength?: number, maxLength?: number, minValue?: number, maxValue?: number, format?: string, customFormat?: string, options?: { label?: string, value: string }[], defaultValue?: string }, name: "givenName"|"middleName"|"familyName" })[] } }

---@class logto.CustomProfileFieldPart
---@field enabled boolean
---@field name string
---@field type "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname"
---@field label? string
---@field description? string
---@field required boolean
---@field config? { placeholder?: string, minLength?: number, maxLength?: number, minValue?: number, maxValue?: number, format?: string, customFormat?: string, options?: { label?: string, value: string }[], defaultValue?: string }

---@class logto.DnsRecord
---@field name string
---@field type string
---@field value string

---@class logto.Domain
---@field id string
---@field domain string
---@field status "PendingVerification"|"PendingSsl"|"Active"|"Error"
---@field errorMessage? string
---@field dnsRecords logto.DnsRecord[]
---@field createdAt number

---@class logto.EmailTemplate
---@field tenantId string
---@field id string
---@field languageTag string
---@field templateType logto.EmailTemplateType
---@field details { subject: string, content: string, contentType?: "text/html"|"text/plain", replyTo?: string, sendFrom?: string }
---@field createdAt number

---@alias logto.EmailTemplateType "SignIn"|"Register"|"ForgotPassword"|"OrganizationInvitation"|"Generic"|"UserPermissionValidation"|"BindNewIdentifier"|"MfaVerification"|"BindMfa"

---@class logto.Grant
---@field id string
---@field payload { exp: number, iat: number, jti: string, kind: "Grant", clientId: string, accountId: string }
---@field expiresAt number

---@class logto.Hook
---@field tenantId string
---@field id string
---@field name string
---@field event? "PostRegister"|"PostSignIn"|"PostSignInAdaptiveMfaTriggered"|"PostResetPassword"|"User.Created"|"User.Deleted"|"User.Data.Updated"|"User.SuspensionStatus.Updated"|"Role.Created"|"Role.Deleted"|"Role.Data.Updated"|"Role.Scopes.Updated"|"Scope.Created"|"Scope.Deleted"|"Scope.Data.Updated"|"Organization.Created"|"Organization.Deleted"|"Organization.Data.Updated"|"Organization.Membership.Updated"|"OrganizationRole.Created"|"OrganizationRole.Deleted"|"OrganizationRole.Data.Updated"|"OrganizationRole.Scopes.Updated"|"OrganizationScope.Created"|"OrganizationScope.Deleted"|"OrganizationScope.Data.Updated"|"Identifier.Lockout"
---@field events logto.HookEvent[]
---@field config { url: string, headers?: table<string, string>, retries?: number }
---@field signingKey string
---@field enabled boolean
---@field createdAt number

---@class logto.HookConfig
---@field url string
---@field headers? table<string, string>
---@field retries? number

---@class logto.HookDetails
---@field tenantId string
---@field id string
---@field name string
---@field event? "PostRegister"|"PostSignIn"|"PostSignInAdaptiveMfaTriggered"|"PostResetPassword"|"User.Created"|"User.Deleted"|"User.Data.Updated"|"User.SuspensionStatus.Updated"|"Role.Created"|"Role.Deleted"|"Role.Data.Updated"|"Role.Scopes.Updated"|"Scope.Created"|"Scope.Deleted"|"Scope.Data.Updated"|"Organization.Created"|"Organization.Deleted"|"Organization.Data.Updated"|"Organization.Membership.Updated"|"OrganizationRole.Created"|"OrganizationRole.Deleted"|"OrganizationRole.Data.Updated"|"OrganizationRole.Scopes.Updated"|"OrganizationScope.Created"|"OrganizationScope.Deleted"|"OrganizationScope.Data.Updated"|"Identifier.Lockout"
---@field events logto.HookEvent[]
---@field config { url: string, headers?: table<string, string>, retries?: number }
---@field signingKey string
---@field enabled boolean
---@field createdAt number
---@field executionStats? { successCount: number, requestCount: number }

---@alias logto.HookEvent "PostRegister"|"PostSignIn"|"PostSignInAdaptiveMfaTriggered"|"PostResetPassword"|"User.Created"|"User.Deleted"|"User.Data.Updated"|"User.SuspensionStatus.Updated"|"Role.Created"|"Role.Deleted"|"Role.Data.Updated"|"Role.Scopes.Updated"|"Scope.Created"|"Scope.Deleted"|"Scope.Data.Updated"|"Organization.Created"|"Organization.Deleted"|"Organization.Data.Updated"|"Organization.Membership.Updated"|"OrganizationRole.Created"|"OrganizationRole.Deleted"|"OrganizationRole.Data.Updated"|"OrganizationRole.Scopes.Updated"|"OrganizationScope.Created"|"OrganizationScope.Deleted"|"OrganizationScope.Data.Updated"|"Identifier.Lockout"

---@class logto.Interaction
---@field interactionEvent "SignIn"|"Register"|"ForgotPassword"
---@field userId? string
---@field profile logto.InteractionProfile
---@field verificationRecords? ({ id: string, type: "Password", identifier: { type: "username"|"email"|"phone"|"userId", value: string }, verified: boolean }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "EmailVerificationCode", identifier: { type: "email", value: string } }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "PhoneVerificationCode", identifier: { type: "phone", value: string } }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "MfaEmailVerificationCode", identifier: { type: "email", value: string } }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "MfaPhoneVerificationCode", identifier: { type: "phone", value: string } }|{ id: string, connectorId: string, type: "Social", socialUserInfo?: logto.SocialUserInfo }|{ id: string, connectorId: string, type: "EnterpriseSso", enterpriseSsoUserInfo?: logto.SocialUserInfo, issuer?: string }|{ id: string, type: "Totp", userId: string, verified: boolean }|{ id: string, type: "BackupCode", userId: string, code?: string }|{ id: string, verified: boolean, type: "WebAuthn", userId: string }|{ id: string, verified: boolean, type: "SignInPasskey", userId?: string }|{ id: string, type: "NewPasswordIdentity", identifier: { type: "username"|"email"|"phone", value: string } }|{ id: string, type: "OneTimeToken", verified: boolean, identifier: { type: "email", value: string }, oneTimeTokenContext?: { jitOrganizationIds?: string[] } })[]
---@field mfa? { mfaEnabled?: boolean, mfaSkipped?: boolean, passkeySkipped?: boolean, totp?: { type: "Totp" }, webAuthn?: ({ type: "WebAuthn", rpId: string, credentialId: string, publicKey: string, transports: ("usb"|"nfc"|"ble"|"internal"|"cable"|"hybrid"|"smart-card")[], counter: number, agent: string, name?: string })[], backupCode?: { type: "BackupCode" } }
---@field signInContext? table<string, string>
---@field captcha? { verified: boolean, skipped: boolean }

---@class logto.InteractionProfile
---@field avatar? string
---@field name? string
---@field username? string
---@field primaryEmail? string
---@field primaryPhone? string
---@field profile? logto.UserProfile
---@field customData? table<string, any>
---@field socialIdentity? { target: string, userInfo: logto.SocialUserInfo }
---@field enterpriseSsoIdentity? { identityId: string, ssoConnectorId: string, issuer: string, detail: table<string, any> }
---@field syncedEnterpriseSsoIdentity? { identityId: string, issuer: string, detail: table<string, any> }
---@field jitOrganizationIds? string[]
---@field submitted? boolean

---@class logto.InteractionSubmission
---@field interactionEvent "SignIn"|"Register"|"ForgotPassword"
---@field userId string
---@field verificationRecords logto.VerificationRecord[]
---@field signInContext? table<string, string>

---@alias logto.JwtCustomizer { script: string, environmentVariables?: table<string, string>, contextSample?: logto.JwtCustomizerContext, blockIssuanceOnError?: boolean, tokenSample?: { jti?: string, aud?: string|string[], scope?: string, clientId?: string, accountId?: string, expiresWithSession?: boolean, grantId?: string, gty?: string, sessionUid?: string, sid?: string, kind?: "AccessToken" } }|{ script: string, environmentVariables?: table<string, string>, contextSample?: { application?: { tenantId?: string, id?: string, name?: string, description?: string, type?: logto.ApplicationType, oidcClientMetadata?: logto.OidcClientMetadata, customClientMetadata?: logto.CustomClientMetadata, protectedAppMetadata?: logto.ProtectedAppMetadata, customData?: table<string, any>, isThirdParty?: boolean, createdAt?: number } }, blockIssuanceOnError?: boolean, tokenSample?: { jti?: string, aud?: string|string[], scope?: string, clientId?: string, kind?: "ClientCredentials" } }

---@class logto.JwtCustomizerContext
---@field user { id?: string, username?: string, primaryEmail?: string, primaryPhone?: string, name?: string, avatar?: string, customData?: table<string, any>, identities?: table<string, { userId: string, details?: table<string, any> }>, lastSignInAt?: number, createdAt?: number, updatedAt?: number, profile?: logto.UserProfile, applicationId?: string, isSuspended?: boolean, hasPassword?: boolean, ssoIdentities?: { issuer: string, identityId: string, detail: table<string, any> }[], mfaVerificationFactors?: ("Totp"|"WebAuthn"|"BackupCode"|"EmailVerificationCode"|"PhoneVerificationCode")[], roles?: { id: string, name: string, description: string, scopes: { id: string, name: string, description: string, resourceId: string, resource: logto.ResourceSummary }[] }[], organizations?: { id: string, name: string, description: string }[], organizationRoles?: { organizationId: string, roleId: string, roleName: string }[] }
---@field grant? { type?: "urn:ietf:params:oauth:grant-type:token-exchange", subjectTokenContext?: table<string, any> }
---@field interaction? { interactionEvent?: "SignIn"|"Register"|"ForgotPassword", userId?: string, verificationRecords?: logto.VerificationRecord[], signInContext?: table<string, string> }
---@field application? { tenantId?: string, id?: string, name?: string, description?: string, type?: logto.ApplicationType, oidcClientMetadata?: logto.OidcClientMetadata, customClientMetadata?: logto.CustomClientMetadata, protectedAppMetadata?: logto.ProtectedAppMetadata, customData?: table<string, any>, isThirdParty?: boolean, createdAt?: number }

---@class logto.LanguageInfo
---@field autoDetect boolean
---@field fallbackLanguage logto.LanguageTag

---@alias logto.LanguageTag "af-ZA"|"am-ET"|"ar"|"ar-AR"|"as-IN"|"az-AZ"|"be-BY"|"bg-BG"|"bn-IN"|"br-FR"|"bs-BA"|"ca-ES"|"cb-IQ"|"co-FR"|"cs"|"cs-CZ"|"cx-PH"|"cy-GB"|"da-DK"|"de"|"de-DE"|"el-GR"|"en"|"en-GB"|"en-US"|"eo-EO"|"es"|"es-ES"|"es-419"|"et-EE"|"eu-ES"|"fa-IR"|"ff-NG"|"fi"|"fi-FI"|"fo-FO"|"fr"|"fr-CA"|"fr-FR"|"fy-NL"|"ga-IE"|"gl-ES"|"gn-PY"|"gu-IN"|"ha-NG"|"he-IL"|"hi-IN"|"hr-HR"|"ht-HT"|"hu-HU"|"hy-AM"|"id-ID"|"ik-US"|"is-IS"|"it"|"it-IT"|"iu-CA"|"ja"|"ja-JP"|"ja-KS"|"jv-ID"|"ka-GE"|"kk-KZ"|"km-KH"|"kn-IN"|"ko"|"ko-KR"|"ku-TR"|"ky-KG"|"lo-LA"|"lt-LT"|"lv-LV"|"mg-MG"|"mk-MK"|"ml-IN"|"mn-MN"|"mr-IN"|"ms-MY"|"mt-MT"|"my-MM"|"nb-NO"|"ne-NP"|"nl"|"nl-BE"|"nl-NL"|"nn-NO"|"or-IN"|"pa-IN"|"pl-PL"|"ps-AF"|"pt"|"pt-BR"|"pt-PT"|"ro-RO"|"ru"|"ru-RU"|"rw-RW"|"sc-IT"|"si-LK"|"sk-SK"|"sl-SI"|"sn-ZW"|"sq-AL"|"sr-RS"|"sv"|"sv-SE"|"sw-KE"|"sy-SY"|"sz-PL"|"ta-IN"|"te-IN"|"tg-TJ"|"th"|"th-TH"|"tl-PH"|"tr"|"tr-TR"|"tt-RU"|"tz-MA"|"uk-UA"|"ur-PK"|"uz-UZ"|"vi-VN"|"zh"|"zh-CN"|"zh-HK"|"zh-MO"|"zh-TW"|"zz-TR"

---@class logto.Log
---@field tenantId string
---@field id string
---@field key string
---@field payload logto.LogPayload
---@field createdAt number

---@class logto.LogPayload
---@field key string
---@field result "Success"|"Error"
---@field error? table<string, any>|string
---@field ip? string
---@field userAgent? string
---@field userAgentParsed? logto.UserAgent
---@field userId? string
---@field applicationId? string
---@field sessionId? string
---@field params? table<string, any>

---@class logto.Mfa
---@field factors ("Totp"|"WebAuthn"|"BackupCode"|"EmailVerificationCode"|"PhoneVerificationCode")[]
---@field policy "UserControlled"|"Mandatory"|"PromptOnlyAtSignIn"|"PromptAtSignInAndSignUp"|"NoPrompt"|"PromptAtSignInAndSignUpMandatory"|"PromptOnlyAtSignInMandatory"
---@field organizationRequiredMfaPolicy? "NoPrompt"|"Mandatory"

---@class logto.MyProfile
---@field id? string
---@field username? string
---@field primaryEmail? string
---@field primaryPhone? string
---@field name? string
---@field avatar? string
---@field customData? table<string, any>
---@field identities? table<string, { userId: string, details?: table<string, any> }>
---@field lastSignInAt? number
---@field createdAt? number
---@field updatedAt? number
---@field profile? logto.UserProfile
---@field applicationId? string
---@field isSuspended? boolean
---@field hasPassword? boolean
---@field ssoIdentities? logto.SsoIdentity[]

---@class logto.MySession
---@field payload { exp: number, iat: number, jti: string, uid: string, kind: "Session", loginTs: number, accountId: string, authorizations?: table<string, { sid?: string, grantId?: string, persistsLogout?: boolean }> }
---@field lastSubmission? logto.InteractionSubmission
---@field clientId? string
---@field accountId? string
---@field expiresAt number
---@field isCurrent? boolean

---@class logto.OidcClientMetadata
---@field redirectUris string[]
---@field postLogoutRedirectUris string[]
---@field backchannelLogoutUri? string
---@field backchannelLogoutSessionRequired? boolean
---@field logoUri? string

---@class logto.OneTimeToken
---@field tenantId string
---@field id string
---@field email string
---@field token string
---@field context { jitOrganizationIds?: string[] }
---@field status "active"|"consumed"|"revoked"|"expired"
---@field createdAt number
---@field expiresAt number

---@class logto.Organization
---@field tenantId string
---@field id string
---@field name string
---@field description? string
---@field customData table<string, any>
---@field isMfaRequired boolean
---@field color logto.Color
---@field branding logto.Branding
---@field customCss? string
---@field createdAt number

---@class logto.OrganizationApplication
---@field tenantId string
---@field id string
---@field name string
---@field secret string
---@field description? string
---@field type logto.ApplicationType
---@field oidcClientMetadata logto.OidcClientMetadata
---@field customClientMetadata logto.CustomClientMetadata
---@field protectedAppMetadata? logto.ProtectedAppMetadata
---@field customData table<string, any>
---@field isThirdParty boolean
---@field createdAt number
---@field organizationRoles { id: string, name: string }[]

---@class logto.OrganizationInvitation
---@field tenantId string
---@field id string
---@field inviterId? string
---@field invitee string
---@field acceptedUserId? string
---@field organizationId string
---@field status "Pending"|"Accepted"|"Expired"|"Revoked"
---@field createdAt number
---@field updatedAt number
---@field expiresAt number
---@field organizationRoles { id: string, name: string }[]

---@class logto.OrganizationMember
---@field id string
---@field username? string
---@field primaryEmail? string
---@field primaryPhone? string
---@field name? string
---@field avatar? string
---@field customData table<string, any>
---@field identities table<string, { userId: string, details?: table<string, any> }>
---@field lastSignInAt? number
---@field createdAt number
---@field updatedAt number
---@field profile logto.UserProfile
---@field applicationId? string
---@field isSuspended boolean
---@field organizationRoles { id: string, name: string }[]

---@class logto.OrganizationRole
---@field tenantId string
---@field id string
---@field name string
---@field description? string
---@field type logto.RoleType

---@class logto.OrganizationScope
---@field tenantId string
---@field id string
---@field name string
---@field description? string

---@class logto.OrganizationWithRoles
---@field tenantId string
---@field id string
---@field name string
---@field description? string
---@field customData table<string, any>
---@field isMfaRequired boolean
---@field color logto.Color
---@field branding logto.Branding
---@field customCss? string
---@field createdAt number
---@field organizationRoles { id: string, name: string }[]

---@class logto.PasswordPolicy
---@field length? { min: number, max: number }
---@field characterTypes? { min: number }
---@field rejects? { pwned: boolean, repetitionAndSequence: boolean, userInfo: boolean, words: string[] }

---@class logto.PersonalAccessToken
---@field tenantId string
---@field userId string
---@field name string
---@field value string
---@field createdAt number
---@field expiresAt? number

---@class logto.ProtectedAppDomain
---@field domain string
---@field status "PendingVerification"|"PendingSsl"|"Active"|"Error"
---@field errorMessage? string
---@field dnsRecords logto.DnsRecord[]
---@field cloudflareData? logto.CloudflareData

---@class logto.ProtectedAppMetadata
---@field host string
---@field origin string
---@field sessionDuration number
---@field pageRules { path: string }[]
---@field customDomains? logto.ProtectedAppDomain[]

---@class logto.Resource
---@field tenantId string
---@field id string
---@field name string
---@field indicator string
---@field isDefault boolean
---@field accessTokenTtl number
---@field scopes? logto.ResourceScope[]

---@class logto.ResourceScope
---@field tenantId string
---@field id string
---@field resourceId string
---@field name string
---@field description? string
---@field createdAt number

---@class logto.ResourceSummary
---@field tenantId string
---@field id string
---@field name string
---@field indicator string
---@field isDefault boolean
---@field accessTokenTtl number

---@class logto.Role
---@field tenantId string
---@field id string
---@field name string
---@field description string
---@field type logto.RoleType
---@field isDefault boolean

---@alias logto.RoleType "User"|"MachineToMachine"

---@class logto.SamlAcsUrl
---@field binding "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"|"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
---@field url string

---@class logto.SamlApplication
---@field tenantId string
---@field id string
---@field name string
---@field description? string
---@field type logto.ApplicationType
---@field customData table<string, any>
---@field isThirdParty boolean
---@field createdAt number
---@field attributeMapping logto.SamlAttributeMapping
---@field entityId? string
---@field acsUrl? logto.SamlAcsUrl
---@field encryption? table<string, any>
---@field nameIdFormat logto.SamlNameIdFormat

---@class logto.SamlAttributeMapping
---@field sub? string
---@field name? string
---@field given_name? string
---@field family_name? string
---@field middle_name? string
---@field nickname? string
---@field preferred_username? string
---@field profile? string
---@field picture? string
---@field website? string
---@field email? string
---@field email_verified? string
---@field gender? string
---@field birthdate? string
---@field zoneinfo? string
---@field locale? string
---@field phone_number? string
---@field phone_number_verified? string
---@field address? string
---@field updated_at? string
---@field username? string
---@field created_at? string
---@field custom_data? string
---@field identities? string
---@field sso_identities? string
---@field roles? string
---@field organizations? string
---@field organization_data? string
---@field organization_roles? string

---@alias logto.SamlNameIdFormat "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"|"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"|"urn:oasis:names:tc:SAML:2.0:nameid-format:transient"|"urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"

---@class logto.Session
---@field payload { exp: number, iat: number, jti: string, uid: string, kind: "Session", loginTs: number, accountId: string, authorizations?: table<string, { sid?: string, grantId?: string, persistsLogout?: boolean }> }
---@field lastSubmission? logto.InteractionSubmission
---@field clientId? string
---@field accountId? string
---@field expiresAt number

---@class logto.SignIn
---@field methods ({ identifier: "username"|"email"|"phone", password: boolean, verificationCode: boolean, isPasswordPrimary: boolean })[]

---@class logto.SignInExperience
---@field tenantId string
---@field id string
---@field color { primaryColor: string, isDarkModeEnabled: boolean, darkPrimaryColor: string }
---@field branding logto.Branding
---@field hideLogtoBranding boolean
---@field languageInfo logto.LanguageInfo
---@field termsOfUseUrl? string
---@field privacyPolicyUrl? string
---@field agreeToTermsPolicy "Automatic"|"ManualRegistrationOnly"|"Manual"
---@field signIn logto.SignIn
---@field signUp logto.SignUp
---@field socialSignIn { automaticAccountLinking?: boolean, skipRequiredIdentifiers?: boolean }
---@field socialSignInConnectorTargets string[]
---@field signInMode "SignIn"|"Register"|"SignInAndRegister"
---@field customCss? string
---@field customContent table<string, string>
---@field customUiAssets? { id: string, createdAt: number }
---@field passwordPolicy logto.PasswordPolicy
---@field mfa logto.Mfa
---@field adaptiveMfa { enabled?: boolean }
---@field singleSignOnEnabled boolean
---@field supportEmail? string
---@field supportWebsiteUrl? string
---@field unknownSessionRedirectUrl? string
---@field captchaPolicy { enabled?: boolean }
---@field sentinelPolicy { maxAttempts?: number, lockoutDuration?: number }
---@field emailBlocklistPolicy { blockDisposableAddresses?: boolean, blockSubaddressing?: boolean, customBlocklist?: string[] }
---@field forgotPasswordMethods? ("EmailVerificationCode"|"PhoneVerificationCode")[]
---@field passkeySignIn { enabled?: boolean, showPasskeyButton?: boolean, allowAutofill?: boolean }
---@field signUpProfileFields? { name: string }[]

---@class logto.SignInExperienceConfig
---@field tenantId string
---@field id string
---@field color { primaryColor: string, isDarkModeEnabled: boolean, darkPrimaryColor: string }
---@field branding logto.Branding
---@field hideLogtoBranding boolean
---@field languageInfo logto.LanguageInfo
---@field termsOfUseUrl? string
---@field privacyPolicyUrl? string
---@field agreeToTermsPolicy "Automatic"|"ManualRegistrationOnly"|"Manual"
---@field signIn logto.SignIn
---@field signUp logto.SignUp
---@field socialSignIn { automaticAccountLinking?: boolean, skipRequiredIdentifiers?: boolean }
---@field socialSignInConnectorTargets string[]
---@field signInMode "SignIn"|"Register"|"SignInAndRegister"
---@field customCss? string
---@field customContent table<string, string>
---@field customUiAssets? { id: string, createdAt: number }
---@field passwordPolicy logto.PasswordPolicy
---@field mfa logto.Mfa
---@field adaptiveMfa { enabled?: boolean }
---@field singleSignOnEnabled boolean
---@field supportEmail? string
---@field supportWebsiteUrl? string
---@field unknownSessionRedirectUrl? string
---@field captchaPolicy { enabled?: boolean }
---@field sentinelPolicy { maxAttempts?: number, lockoutDuration?: number }
---@field emailBlocklistPolicy { blockDisposableAddresses?: boolean, blockSubaddressing?: boolean, customBlocklist?: string[] }
---@field passkeySignIn { enabled?: boolean, showPasskeyButton?: boolean, allowAutofill?: boolean }
---@field signUpProfileFields? { name: string }[]
---@field socialConnectors ({ id: string, target: string, name: table<string, any>, logo: string, logoDark: string, fromEmail?: string, platform: "Native"|"Universal"|"Web", isStandard?: boolean, isTokenStorageSupported?: boolean })[]
---@field ssoConnectors { id: string, connectorName: string, logo: string, darkLogo?: string }[]
---@field forgotPassword { phone: boolean, email: boolean }
---@field isDevelopmentTenant boolean
---@field googleOneTap? { isEnabled?: boolean, autoSelect?: boolean, closeOnTapOutside?: boolean, itpSupport?: boolean, clientId: string, connectorId: string }
---@field captchaConfig? { type: "RecaptchaEnterprise"|"Turnstile", siteKey: string, domain?: string, mode?: "invisible"|"checkbox" }
---@field customProfileFields logto.CustomProfileField[]

---@class logto.SignUp
---@field identifiers ("username"|"email"|"phone")[]
---@field password boolean
---@field verify boolean
---@field secondaryIdentifiers? ({ identifier: "username"|"email"|"phone"|"emailOrPhone", verify?: boolean })[]

---@class logto.SocialTokenSecret
---@field tenantId string
---@field id string
---@field userId string
---@field type "federated_token_set"
---@field metadata { scope?: string, expiresAt?: number, tokenType?: string, hasRefreshToken: boolean }
---@field createdAt number
---@field updatedAt number
---@field connectorId string
---@field identityId string
---@field target string

---@class logto.SocialUserInfo
---@field id string
---@field email? string
---@field phone? string
---@field name? string
---@field avatar? string
---@field rawData? any

---@class logto.SsoConnector
---@field tenantId string
---@field id string
---@field providerName "OIDC"|"SAML"|"AzureAD"|"GoogleWorkspace"|"Okta"|"AzureAdOidc"
---@field connectorName string
---@field config table<string, any>
---@field domains string[]
---@field branding { displayName?: string, logo?: string, darkLogo?: string }
---@field syncProfile boolean
---@field enableTokenStorage boolean
---@field createdAt number
---@field name string
---@field providerType "oidc"|"saml"
---@field providerLogo string
---@field providerLogoDark string
---@field providerConfig? table<string, any>

---@class logto.SsoConnectorSettings
---@field tenantId string
---@field id string
---@field providerName string
---@field connectorName string
---@field config table<string, any>
---@field domains string[]
---@field branding { displayName?: string, logo?: string, darkLogo?: string }
---@field syncProfile boolean
---@field enableTokenStorage boolean
---@field createdAt number

---@class logto.SsoIdentity
---@field tenantId string
---@field id string
---@field userId string
---@field issuer string
---@field identityId string
---@field detail table<string, any>
---@field createdAt number
---@field updatedAt number
---@field ssoConnectorId string

---@class logto.SsoTokenSecret
---@field tenantId string
---@field id string
---@field userId string
---@field type "federated_token_set"
---@field metadata { scope?: string, expiresAt?: number, tokenType?: string, hasRefreshToken: boolean }
---@field createdAt number
---@field updatedAt number
---@field ssoConnectorId string
---@field issuer string
---@field identityId string

---@class logto.User
---@field id string
---@field username? string
---@field primaryEmail? string
---@field primaryPhone? string
---@field name? string
---@field avatar? string
---@field customData table<string, any>
---@field identities table<string, { userId: string, details?: table<string, any> }>
---@field lastSignInAt? number
---@field createdAt number
---@field updatedAt number
---@field profile logto.UserProfile
---@field applicationId? string
---@field isSuspended boolean
---@field hasPassword? boolean
---@field ssoIdentities? logto.SsoIdentity[]
---@field passwordDigest? string
---@field passwordAlgorithm? "Argon2i"|"Argon2id"|"Argon2d"|"SHA1"|"SHA256"|"MD5"|"Bcrypt"|"Legacy"

---@class logto.UserAgent
---@field ua? string
---@field browser? { name?: string, version?: string, major?: string, type?: string }
---@field device? { model?: string, type?: string, vendor?: string }
---@field engine? { name?: string, version?: string }
---@field os? { name?: string, version?: string }
---@field cpu? { architecture?: string }

---@class logto.UserIdentities
---@field socialIdentities { identity: { userId: string, details?: table<string, any> }, tokenSecret?: logto.SocialTokenSecret, target: string }[]
---@field ssoIdentities { ssoIdentity: logto.SsoIdentity, tokenSecret?: logto.SsoTokenSecret, ssoConnectorId: string }[]

---@class logto.UserProfile
---@field familyName? string
---@field givenName? string
---@field middleName? string
---@field nickname? string
---@field preferredUsername? string
---@field profile? string
---@field website? string
---@field gender? string
---@field birthdate? string
---@field zoneinfo? string
---@field locale? string
---@field address? logto.Address

---@alias logto.UserScope "profile"|"email"|"phone"|"address"|"custom_data"|"identities"|"roles"|"urn:logto:scope:organizations"|"urn:logto:scope:organization_roles"|"urn:logto:scope:sessions"

---@class logto.UserSummary
---@field id string
---@field username? string
---@field primaryEmail? string
---@field primaryPhone? string
---@field name? string
---@field avatar? string
---@field customData table<string, any>
---@field identities table<string, { userId: string, details?: table<string, any> }>
---@field lastSignInAt? number
---@field createdAt number
---@field updatedAt number
---@field profile logto.UserProfile
---@field applicationId? string
---@field isSuspended boolean
---@field hasPassword? boolean
---@field ssoIdentities? logto.SsoIdentity[]

---@alias logto.VerificationRecord { id: string, type: "Password", identifier: { type: "username"|"email"|"phone"|"userId", value: string }, verified: boolean }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "EmailVerificationCode", identifier: { type: "email", value: string } }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "PhoneVerificationCode", identifier: { type: "phone", value: string } }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "MfaEmailVerificationCode", identifier: { type: "email", value: string } }|{ id: string, templateType: logto.EmailTemplateType, verified: boolean, type: "MfaPhoneVerificationCode", identifier: { type: "phone", value: string } }|{ id: string, connectorId: string, type: "Social", socialUserInfo?: logto.SocialUserInfo }|{ id: string, connectorId: string, type: "EnterpriseSso", enterpriseSsoUserInfo?: logto.SocialUserInfo, issuer?: string }|{ id: string, type: "Totp", userId: string, verified: boolean }|{ id: string, type: "BackupCode", userId: string, code?: string }|{ id: string, verified: boolean, registrationRpId?: string, type: "WebAuthn", userId: string }|{ id: string, verified: boolean, registrationRpId?: string, type: "SignInPasskey", userId?: string }|{ id: string, type: "OneTimeToken", verified: boolean, identifier: { type: "email", value: string }, oneTimeTokenContext?: { jitOrganizationIds?: string[] } }|{ id: string, type: "NewPasswordIdentity", identifier: { type: "username"|"email"|"phone", value: string } }

---@class logto.WebAuthnAuthenticationOptions
---@field challenge string
---@field timeout? number
---@field rpId? string
---@field allowCredentials? ({ type: "public-key", id: string, transports?: ("usb"|"nfc"|"ble"|"internal"|"cable"|"hybrid"|"smart-card")[] })[]
---@field userVerification? "required"|"preferred"|"discouraged"
---@field extensions? { appid?: string, credProps?: boolean, hmacCreateSecret?: boolean }

---@class logto.WebAuthnAuthenticationPayload
---@field type "WebAuthn"
---@field id string
---@field rawId string
---@field authenticatorAttachment? "cross-platform"|"platform"
---@field clientExtensionResults { appid?: boolean, crepProps?: { rk?: boolean }, hmacCreateSecret?: boolean }
---@field response { clientDataJSON: string, authenticatorData: string, signature: string, userHandle?: string }

---@class logto.WebAuthnRegistrationOptions
---@field rp { name: string, id?: string }
---@field user { id: string, name: string, displayName: string }
---@field challenge string
---@field pubKeyCredParams { type: "public-key", alg: number }[]
---@field timeout? number
---@field excludeCredentials? ({ type: "public-key", id: string, transports?: ("usb"|"nfc"|"ble"|"internal"|"cable"|"hybrid"|"smart-card")[] })[]
---@field authenticatorSelection? { authenticatorAttachment?: "platform"|"cross-platform", requireResidentKey?: boolean, residentKey?: "discouraged"|"preferred"|"required", userVerification?: "required"|"preferred"|"discouraged" }
---@field attestation? "none"|"indirect"|"direct"|"enterprise"
---@field extensions? { appid?: string, credProps?: boolean, hmacCreateSecret?: boolean }

---@class logto.WebAuthnRegistrationPayload
---@field type "WebAuthn"
---@field id string
---@field rawId string
---@field response { clientDataJSON: string, attestationObject: string, authenticatorData?: string, transports?: ("usb"|"nfc"|"ble"|"internal"|"cable"|"hybrid"|"smart-card")[], publicKeyAlgorithm?: number, publicKey?: string }
---@field authenticatorAttachment? "cross-platform"|"platform"
---@field clientExtensionResults { appid?: boolean, crepProps?: { rk?: boolean }, hmacCreateSecret?: boolean }

---@class (exact) logto.add_mfa_verification.arguments
---@field logto_verification_id? string
---@field type "WebAuthn"|"Totp"|"BackupCode"|"TOTP"
---@field newIdentifierVerificationRecordId? string
---@field name? string
---@field secret? string
---@field code? string
---@field codes? string[]
---@field body? table<string, any>

---Add a second factor (authenticator app, passkey, backup codes) to one's own account
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.add_mfa_verification.arguments
---@param options? logto.Options
---@return true
function logto.add_mfa_verification(arguments, options) end

---@class (exact) logto.add_one_time_tokens.arguments
---@field email string
---@field context? { jitOrganizationIds?: string[] }
---@field expiresIn? number seconds, 600 by default
---@field body? table<string, any>

---Make a one-time token (magic link) for an email address
---`token` in the result goes into the link; who signs in by it joins jitOrganizationIds.
---@param arguments logto.add_one_time_tokens.arguments
---@param options? logto.Options
---@return logto.OneTimeToken
function logto.add_one_time_tokens(arguments, options) end

---@class (exact) logto.add_organization_applications.arguments
---@field id string
---@field applicationIds string[]
---@field body? table<string, any>

---Add machine-to-machine applications to an organization
---@param arguments logto.add_organization_applications.arguments
---@param options? logto.Options
---@return true
function logto.add_organization_applications(arguments, options) end

---@class (exact) logto.add_organization_users.arguments
---@field id string
---@field userIds string[]
---@field body? table<string, any>

---Add users to an organization as members
---Those who are members already stay.
---An unknown user: 422 entity.relation_foreign_key_not_found.
---@param arguments logto.add_organization_users.arguments
---@param options? logto.Options
---@return { userIds: string[] }
function logto.add_organization_users(arguments, options) end

---@class (exact) logto.add_user_identities.arguments
---@field logto_verification_id? string
---@field newIdentifierVerificationRecordId string verified record of the new one
---@field body? table<string, any>

---Link a social account to one's own account
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.add_user_identities.arguments
---@param options? logto.Options
---@return true
function logto.add_user_identities(arguments, options) end

---@class (exact) logto.add_user_profile.arguments
---@field type "username"|"password"|"email"|"phone"|"social"|"extraProfile"
---@field value? string
---@field values? table<string, any>
---@field verificationId? string
---@field body? table<string, any>

---Add a username, email, phone, password or profile data to the running sign-in
---Not for ForgotPassword.
---Before identify_user on sign-up, after it on sign-in.
---@param arguments logto.add_user_profile.arguments
---@param options? logto.Options
---@return true
function logto.add_user_profile(arguments, options) end

---@class (exact) logto.assert_saml.arguments
---@field connector_id string
---@field body table<string, any>

---Receive the answer of a SAML social connector's provider
---Called by the identity provider's form, not by scripts.
---Only `body` works.
---@deprecated
---@param arguments logto.assert_saml.arguments
---@param options? logto.Options
---@return { status: integer, location: string }
function logto.assert_saml(arguments, options) end

---@class (exact) logto.assert_single_sign_on_saml.arguments
---@field connector_id string
---@field RelayState? string
---@field SAMLResponse string
---@field body? table<string, any>

---Receive the SAML answer of an enterprise SSO provider and go on with the sign-in
---Called by the identity provider's form, not by scripts.
---@param arguments logto.assert_single_sign_on_saml.arguments
---@param options? logto.Options
---@return { status: integer, location: string }
function logto.assert_single_sign_on_saml(arguments, options) end

---@class (exact) logto.assign_application_roles.arguments
---@field application_id string
---@field roleIds string[]
---@field body? table<string, any>

---Give API roles to a machine-to-machine application, keeping those it has
---Only roles of type MachineToMachine, and applications of that type.
---@param arguments logto.assign_application_roles.arguments
---@param options? logto.Options
---@return true
function logto.assign_application_roles(arguments, options) end

---@class (exact) logto.assign_organization_roles_to_application.arguments
---@field id string
---@field application_id string
---@field organizationRoleIds string[]
---@field body? table<string, any>

---Give organization roles to one application in an organization
---Only roles of type MachineToMachine.
---@param arguments logto.assign_organization_roles_to_application.arguments
---@param options? logto.Options
---@return true
function logto.assign_organization_roles_to_application(arguments, options) end

---@class (exact) logto.assign_organization_roles_to_applications.arguments
---@field id string
---@field applicationIds string[]
---@field organizationRoleIds string[]
---@field body? table<string, any>

---Give organization roles to several applications in an organization
---@param arguments logto.assign_organization_roles_to_applications.arguments
---@param options? logto.Options
---@return true
function logto.assign_organization_roles_to_applications(arguments, options) end

---@class (exact) logto.assign_organization_roles_to_user.arguments
---@field id string
---@field user_id string
---@field organizationRoleIds? string[]
---@field organizationRoleNames? string[] names instead of ids
---@field body? table<string, any>

---Give organization roles to one member, keeping those they have
---Only for members; only roles of type User.
---@param arguments logto.assign_organization_roles_to_user.arguments
---@param options? logto.Options
---@return { organizationRoleIds: string[] }
function logto.assign_organization_roles_to_user(arguments, options) end

---@class (exact) logto.assign_organization_roles_to_users.arguments
---@field id string
---@field userIds string[]
---@field organizationRoleIds string[]
---@field body? table<string, any>

---Give organization roles to several members at once
---All must be members; only roles of type User.
---@param arguments logto.assign_organization_roles_to_users.arguments
---@param options? logto.Options
---@return true
function logto.assign_organization_roles_to_users(arguments, options) end

---@class (exact) logto.assign_user_roles.arguments
---@field user_id string
---@field roleIds string[]
---@field body? table<string, any>

---Give API roles to a user, keeping those they have
---Only roles of type User (422 user.invalid_role_type).
---@param arguments logto.assign_user_roles.arguments
---@param options? logto.Options
---@return { roleIds: string[], addedRoleIds: string[] }
function logto.assign_user_roles(arguments, options) end

---@class (exact) logto.bind_mfa_verification.arguments
---@field type "Totp"|"WebAuthn"|"BackupCode"|"EmailVerificationCode"|"PhoneVerificationCode"
---@field verificationId string
---@field body? table<string, any>

---Bind a verified second factor to the user who is signing in
---@param arguments logto.bind_mfa_verification.arguments
---@param options? logto.Options
---@return true
function logto.bind_mfa_verification(arguments, options) end

---@class (exact) logto.bind_passkey.arguments
---@field verificationId string
---@field body? table<string, any>

---Save a verified passkey (WebAuthn credential), to sign in by it from now on
---Does not turn on the user's MFA.
---@param arguments logto.bind_passkey.arguments
---@param options? logto.Options
---@return true
function logto.bind_passkey(arguments, options) end

---@class (exact) logto.check_password_with_default_sign_in_experience.arguments
---@field password string
---@field userId? string
---@field body? table<string, any>

---Check whether a password fulfils the tenant's password policy
---Does not set it.
---Give userId: where the policy looks at user data, 400 without it.
---@param arguments logto.check_password_with_default_sign_in_experience.arguments
---@param options? logto.Options
---@return { result: boolean }|{ result: boolean, issues: { code: string, interpolation?: table<string, any> }[] }
function logto.check_password_with_default_sign_in_experience(arguments, options) end

---@class (exact) logto.cleanup_domains.arguments
---@field staleDays number days without verification
---@field body? table<string, any>

---Remove custom domains that stayed unverified for a number of days
---Asks Cloudflare which domains are in use.
---@param arguments logto.cleanup_domains.arguments
---@param options? logto.Options
---@return { scannedCount: number, deletedCount: number, skippedActiveCount: number, failedCount: number }
function logto.cleanup_domains(arguments, options) end

---@class (exact) logto.create_and_send_mfa_verification_code.arguments
---@field identifierType "email"|"phone"|"Email"|"Phone"
---@field body? table<string, any>

---Send a second-factor code to the email or phone the signing-in user has bound
---The user must be identified first.
---@param arguments logto.create_and_send_mfa_verification_code.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.create_and_send_mfa_verification_code(arguments, options) end

---@class (exact) logto.create_and_send_verification_code.arguments
---@field identifier { type: "email", value: string }|{ type: "phone", value: string }
---@field interactionEvent "SignIn"|"Register"|"ForgotPassword"
---@field body? table<string, any>

---Send a code by email or SMS during sign-in, sign-up or password reset
---@param arguments logto.create_and_send_verification_code.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.create_and_send_verification_code(arguments, options) end

---@class (exact) logto.create_application.arguments
---@field name string
---@field description? string|logto.null
---@field type logto.ApplicationType
---@field oidcClientMetadata? logto.OidcClientMetadata
---@field customClientMetadata? logto.CustomClientMetadata
---@field customData? table<string, any>
---@field isThirdParty? boolean
---@field protectedAppMetadata? { subDomain: string, origin: string }
---@field body? table<string, any>

---Register an application: web, single-page, native, machine-to-machine, third-party
---`secret` in the result is internal (`#internal:…`); the one to hand out is in list_application_secrets.
---@param arguments logto.create_application.arguments
---@param options? logto.Options
---@return logto.Application
function logto.create_application(arguments, options) end

---@class (exact) logto.create_application_protected_app_metadata_custom_domain.arguments
---@field id string
---@field domain string
---@field body? table<string, any>

---Put a custom domain in front of a protected application
---Only applications of type Protected; the DNS records have to be set up afterwards.
---@param arguments logto.create_application_protected_app_metadata_custom_domain.arguments
---@param options? logto.Options
---@return true
function logto.create_application_protected_app_metadata_custom_domain(arguments, options) end

---@class (exact) logto.create_application_secret.arguments
---@field id string
---@field name string
---@field expiresAt? number|logto.null milliseconds since 1970
---@field body? table<string, any>

---Add a further client secret to an application
---`value` is the secret to hand out.
---Names are unique within the application (422 application.secret_name_exists).
---@param arguments logto.create_application_secret.arguments
---@param options? logto.Options
---@return logto.ApplicationSecret
function logto.create_application_secret(arguments, options) end

---@class (exact) logto.create_application_user_consent_organization.arguments
---@field id string
---@field user_id string
---@field organizationIds string[]
---@field body? table<string, any>

---Let a third-party application act for a user in further organizations
---Only third-party applications; users must be members of each organization.
---@param arguments logto.create_application_user_consent_organization.arguments
---@param options? logto.Options
---@return true
function logto.create_application_user_consent_organization(arguments, options) end

---@class (exact) logto.create_application_user_consent_scope.arguments
---@field application_id string
---@field organizationScopes? string[]
---@field resourceScopes? string[]
---@field organizationResourceScopes? string[]
---@field userScopes? logto.UserScope[]
---@field body? table<string, any>

---Allow a third-party application to ask users for further permissions
---Only third-party applications.
---@param arguments logto.create_application_user_consent_scope.arguments
---@param options? logto.Options
---@return true
function logto.create_application_user_consent_scope(arguments, options) end

---@class (exact) logto.create_connector.arguments
---@field config? table<string, any>
---@field connectorId string
---@field metadata? { target?: string, name?: table<string, any>, logo?: string, logoDark?: string|logto.null }
---@field syncProfile? boolean
---@field enableTokenStorage? boolean
---@field id? string
---@field body? table<string, any>

---Add a social, email or SMS connector such as Google, SMTP or Twilio
---connectorId is the factory's id.
---One email and one SMS connector at most: a new one takes the old one's place.
---config follows the factory's form: get_connector_factory shows it.
---@param arguments logto.create_connector.arguments
---@param options? logto.Options
---@return logto.Connector
function logto.create_connector(arguments, options) end

---@class (exact) logto.create_connector_authorization_uri.arguments
---@field connector_id string
---@field state string
---@field redirectUri string
---@field body? table<string, any>

---Get the address where a user signs in at a social provider, to link the account
---First half of linking; create_user_identity is the second.
---@param arguments logto.create_connector_authorization_uri.arguments
---@param options? logto.Options
---@return { redirectTo: string, redirectUri?: string }
function logto.create_connector_authorization_uri(arguments, options) end

---@class (exact) logto.create_connector_test.arguments
---@field factory_id string
---@field phone? string
---@field email? string
---@field config table<string, any> the configuration to try, not the stored one
---@field locale? string
---@field body? table<string, any>

---Send a test email or SMS through a connector's configuration
---Sends a real message to the address given.
---@param arguments logto.create_connector_test.arguments
---@param options? logto.Options
---@return true
function logto.create_connector_test(arguments, options) end

---@class (exact) logto.create_custom_profile_field.arguments
---@field name string
---@field type "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname"
---@field label? string
---@field description? string
---@field required boolean
---@field config? { placeholder?: string, minLength?: number, maxLength?: number }|{ placeholder?: string, minValue?: number, maxValue?: number }|{ placeholder?: string, format: string, customFormat?: string }|{ defaultValue: "true"|"false" }|{ placeholder?: string, options: { label?: string, value: string }[] }|{ placeholder?: string }|{ placeholder?: string, format: string }|{ parts: ({ enabled: boolean, type: "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minLength?: number, maxLength?: number, minValue?: number, maxValue?: number, format?: string, customFormat?: string, options?: { label?: string, value: string }[], defaultValue?: string }, name: "formatted"|"streetAddress"|"locality"|"region"|"postalCode"|"country" })[] }|{ parts: ({ enabled: boolean, type: "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minLength?: number, maxLength?: number, minValue?: number, maxValue?: number, format?: string, customFormat?: string, options?: { label?: string, value: string }[], defaultValue?: string }, name: "givenName"|"middleName"|"familyName" })[] }
---@field body? table<string, any>

---Add a field that sign-up asks new users for (text, number, date, choice, address)
---config depends on type; name cannot be changed later.
---@param arguments logto.create_custom_profile_field.arguments
---@param options? logto.Options
---@return logto.CustomProfileField
function logto.create_custom_profile_field(arguments, options) end

---@class (exact) logto.create_custom_profile_fields_batch.arguments
---@field body logto.CustomProfileFieldInput[]

---Add several sign-up profile fields at once
---Only `body` works; at most 20 fields.
---@param arguments logto.create_custom_profile_fields_batch.arguments
---@param options? logto.Options
---@return logto.CustomProfileField[]
function logto.create_custom_profile_fields_batch(arguments, options) end

---@class (exact) logto.create_domain.arguments
---@field domain string
---@field body? table<string, any>

---Add a custom domain, on which users sign in
---One domain at most; it cannot be changed, only deleted and made anew.
---Set the DNS records of the result, then poll get_domain.
---@param arguments logto.create_domain.arguments
---@param options? logto.Options
---@return logto.Domain
function logto.create_domain(arguments, options) end

---@class (exact) logto.create_enterprise_sso_verification.arguments
---@field connector_id string
---@field state string
---@field redirectUri string
---@field body? table<string, any>

---Start enterprise SSO during sign-in: get the provider's address to go to
---Send the user to authorizationUri; the answer goes to verify_enterprise_sso_verification.
---@param arguments logto.create_enterprise_sso_verification.arguments
---@param options? logto.Options
---@return { authorizationUri: string, verificationId: string }
function logto.create_enterprise_sso_verification(arguments, options) end

---@class (exact) logto.create_hook.arguments
---@field tenantId? string
---@field name? string
---@field event? "PostRegister"|"PostSignIn"|"PostSignInAdaptiveMfaTriggered"|"PostResetPassword"|"User.Created"|"User.Deleted"|"User.Data.Updated"|"User.SuspensionStatus.Updated"|"Role.Created"|"Role.Deleted"|"Role.Data.Updated"|"Role.Scopes.Updated"|"Scope.Created"|"Scope.Deleted"|"Scope.Data.Updated"|"Organization.Created"|"Organization.Deleted"|"Organization.Data.Updated"|"Organization.Membership.Updated"|"OrganizationRole.Created"|"OrganizationRole.Deleted"|"OrganizationRole.Data.Updated"|"OrganizationRole.Scopes.Updated"|"OrganizationScope.Created"|"OrganizationScope.Deleted"|"OrganizationScope.Data.Updated"|"Identifier.Lockout"
---@field events? logto.HookEvent[]
---@field config logto.HookConfig
---@field enabled? boolean
---@field createdAt? number
---@field body? table<string, any>

---Add a webhook that posts events such as User.Created to an address
---events must not be empty (400 hook.missing_events).
---`signingKey` in the result checks the posts' signature.
---@param arguments logto.create_hook.arguments
---@param options? logto.Options
---@return logto.Hook
function logto.create_hook(arguments, options) end

---@class (exact) logto.create_hook_test.arguments
---@field id string
---@field events logto.HookEvent[]
---@field config logto.HookConfig
---@field event? any
---@field body? table<string, any>

---Send test events to a webhook's address
---Posts to the address given, not to the stored one.
---No answer from there: 422 hook.send_test_payload_failed.
---@param arguments logto.create_hook_test.arguments
---@param options? logto.Options
---@return true
function logto.create_hook_test(arguments, options) end

---@class (exact) logto.create_new_password_identity_verification.arguments
---@field identifier { type: "username", value: string }
---@field password string
---@field body? table<string, any>

---Prepare a new username and password for registration
---@param arguments logto.create_new_password_identity_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.create_new_password_identity_verification(arguments, options) end

---@class (exact) logto.create_or_replace_totp_mfa_verification.arguments
---@field logto_verification_id? string
---@field secret string
---@field code string the app's code for the new secret
---@field body? table<string, any>

---Set or replace the authenticator app of one's own account
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.create_or_replace_totp_mfa_verification.arguments
---@param options? logto.Options
---@return true
function logto.create_or_replace_totp_mfa_verification(arguments, options) end

---@class (exact) logto.create_organization.arguments
---@field tenantId? string
---@field name string
---@field description? string|logto.null
---@field customData? table<string, any>
---@field isMfaRequired? boolean
---@field color? logto.Color
---@field branding? logto.Branding
---@field customCss? string|logto.null
---@field createdAt? number
---@field body? table<string, any>

---Create an organization (a customer, company or team)
---Names need not be unique: look with list_organizations first.
---@param arguments logto.create_organization.arguments
---@param options? logto.Options
---@return logto.Organization
function logto.create_organization(arguments, options) end

---@class (exact) logto.create_organization_invitation.arguments
---@field inviterId? string|logto.null
---@field invitee string
---@field organizationId string
---@field expiresAt number
---@field organizationRoleIds? string[]
---@field messagePayload? { code?: string, link?: string, locale?: string, uiLocales?: string }|boolean
---@field body? table<string, any>

---Invite somebody to an organization by email, with roles
---expiresAt is milliseconds since 1970, in the future.
---messagePayload false (the default) sends no email; an email connector is needed for true.
---@param arguments logto.create_organization_invitation.arguments
---@param options? logto.Options
---@return logto.OrganizationInvitation
function logto.create_organization_invitation(arguments, options) end

---@class (exact) logto.create_organization_invitation_message.arguments
---@field id string
---@field code? string
---@field link? string
---@field locale? string
---@field uiLocales? string
---@field body? table<string, any>

---Send an invitation's email again
---Needs an email connector.
---The arguments fill the email template.
---@param arguments logto.create_organization_invitation_message.arguments
---@param options? logto.Options
---@return true
function logto.create_organization_invitation_message(arguments, options) end

---@class (exact) logto.create_organization_jit_email_domain.arguments
---@field id string
---@field emailDomain string
---@field body? table<string, any>

---Let users with an email domain join an organization automatically
---Given already: 422 entity.unique_integrity_violation.
---@param arguments logto.create_organization_jit_email_domain.arguments
---@param options? logto.Options
---@return { tenantId: string, organizationId: string, emailDomain: string }
function logto.create_organization_jit_email_domain(arguments, options) end

---@class (exact) logto.create_organization_jit_role.arguments
---@field id string
---@field organizationRoleIds string[]
---@field body? table<string, any>

---Add roles that users get when they join an organization automatically
---@param arguments logto.create_organization_jit_role.arguments
---@param options? logto.Options
---@return true
function logto.create_organization_jit_role(arguments, options) end

---@class (exact) logto.create_organization_jit_sso_connector.arguments
---@field id string
---@field ssoConnectorIds string[]
---@field body? table<string, any>

---Let users of an enterprise SSO connector join an organization automatically
---@param arguments logto.create_organization_jit_sso_connector.arguments
---@param options? logto.Options
---@return true
function logto.create_organization_jit_sso_connector(arguments, options) end

---@class (exact) logto.create_organization_role.arguments
---@field tenantId? string
---@field name string
---@field description? string|logto.null
---@field type? logto.RoleType
---@field organizationScopeIds? string[]
---@field resourceScopeIds? string[]
---@field body? table<string, any>

---Add a role to the organization template, with its permissions
---type is User or MachineToMachine.
---@param arguments logto.create_organization_role.arguments
---@param options? logto.Options
---@return logto.OrganizationRole
function logto.create_organization_role(arguments, options) end

---@class (exact) logto.create_organization_role_resource_scope.arguments
---@field id string
---@field scopeIds string[]
---@field body? table<string, any>

---Add API permissions to an organization role, keeping those it has
---@param arguments logto.create_organization_role_resource_scope.arguments
---@param options? logto.Options
---@return true
function logto.create_organization_role_resource_scope(arguments, options) end

---@class (exact) logto.create_organization_role_scope.arguments
---@field id string
---@field organizationScopeIds string[]
---@field body? table<string, any>

---Add organization permissions to an organization role, keeping those it has
---@param arguments logto.create_organization_role_scope.arguments
---@param options? logto.Options
---@return true
function logto.create_organization_role_scope(arguments, options) end

---@class (exact) logto.create_organization_scope.arguments
---@field tenantId? string
---@field name string
---@field description? string|logto.null
---@field body? table<string, any>

---Add an organization permission to the template
---Names are unique (422 entity.unique_integrity_violation).
---@param arguments logto.create_organization_scope.arguments
---@param options? logto.Options
---@return logto.OrganizationScope
function logto.create_organization_scope(arguments, options) end

---@class (exact) logto.create_password_verification.arguments
---@field identifier { type: "username"|"email"|"phone", value: string }
---@field password string
---@field body? table<string, any>

---Check an identifier and password during sign-in
---Wrong: 422 session.invalid_credentials. Next: identify_user.
---@param arguments logto.create_password_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.create_password_verification(arguments, options) end

---@class (exact) logto.create_resource.arguments
---@field tenantId? string
---@field name string
---@field indicator string
---@field accessTokenTtl? number seconds
---@field body? table<string, any>

---Register an API (resource) that tokens can be issued for
---indicator is the API's identifier and cannot be changed later.
---@param arguments logto.create_resource.arguments
---@param options? logto.Options
---@return logto.Resource
function logto.create_resource(arguments, options) end

---@class (exact) logto.create_resource_scope.arguments
---@field resource_id string
---@field name string
---@field description? string|logto.null
---@field body? table<string, any>

---Add a permission (scope) to an API
---Names are unique within the API (422 scope.name_exists) and hold no spaces.
---@param arguments logto.create_resource_scope.arguments
---@param options? logto.Options
---@return logto.ResourceScope
function logto.create_resource_scope(arguments, options) end

---@class (exact) logto.create_role.arguments
---@field tenantId? string
---@field name string
---@field description string
---@field type? logto.RoleType
---@field isDefault? boolean
---@field scopeIds? string[]
---@field body? table<string, any>

---Create a role with API permissions, for users or for machines
---type is User (default) or MachineToMachine and cannot be changed later.
---Names are unique (422 role.name_in_use).
---@param arguments logto.create_role.arguments
---@param options? logto.Options
---@return logto.Role
function logto.create_role(arguments, options) end

---@class (exact) logto.create_role_application.arguments
---@field id string
---@field applicationIds string[]
---@field body? table<string, any>

---Give a role to applications
---The role's type must be MachineToMachine.
---@param arguments logto.create_role_application.arguments
---@param options? logto.Options
---@return true
function logto.create_role_application(arguments, options) end

---@class (exact) logto.create_role_scope.arguments
---@field id string
---@field scopeIds string[]
---@field body? table<string, any>

---Add API permissions to a role, keeping those it has
---One that it has already: 422 role.scope_exists.
---@param arguments logto.create_role_scope.arguments
---@param options? logto.Options
---@return true
function logto.create_role_scope(arguments, options) end

---@class (exact) logto.create_role_user.arguments
---@field id string
---@field userIds string[]
---@field body? table<string, any>

---Give a role to users
---The role's type must be User.
---@param arguments logto.create_role_user.arguments
---@param options? logto.Options
---@return true
function logto.create_role_user(arguments, options) end

---@class (exact) logto.create_saml_application.arguments
---@field name string
---@field description? string|logto.null
---@field customData? table<string, any>
---@field attributeMapping? logto.SamlAttributeMapping
---@field entityId? string|logto.null
---@field acsUrl? logto.SamlAcsUrl|logto.null
---@field encryption? table<string, any>|logto.null
---@field nameIdFormat? "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"|"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"|"urn:oasis:names:tc:SAML:2.0:nameid-format:transient"|"urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
---@field body? table<string, any>

---Register a SAML application (service provider) with its signing certificate
---The certificate is valid for three years.
---acsUrl takes the HTTP-POST binding alone (application.saml.acs_url_binding_not_supported).
---@param arguments logto.create_saml_application.arguments
---@param options? logto.Options
---@return logto.SamlApplication
function logto.create_saml_application(arguments, options) end

---@class (exact) logto.create_saml_application_secret.arguments
---@field id string
---@field lifeSpanInYears integer years until it expires
---@field body? table<string, any>

---Make a new signing certificate for a SAML application
---It starts inactive: update_saml_application_secret activates it.
---@param arguments logto.create_saml_application_secret.arguments
---@param options? logto.Options
---@return { id: string, certificate: string, createdAt: number, expiresAt: number, active: boolean, fingerprints: { sha256: { formatted: string, unformatted: string } } }
function logto.create_saml_application_secret(arguments, options) end

---@class (exact) logto.create_saml_authn.arguments
---@field id string
---@field SAMLRequest string
---@field RelayState? string
---@field body? table<string, any>

---Take a SAML sign-in request sent by form (HTTP POST binding)
---Called by the service provider's page; never followed: the address is the result.
---@param arguments logto.create_saml_authn.arguments
---@param options? logto.Options
---@return { status: integer, location: string }
function logto.create_saml_authn(arguments, options) end

---Get the WebAuthn options for signing in by passkey without naming the user
---@param arguments? table
---@param options? logto.Options
---@return { authenticationOptions: logto.WebAuthnAuthenticationOptions }
function logto.create_sign_in_passkey_authentication(arguments, options) end

---@class (exact) logto.create_sign_in_passkey_authentication_with_identifier.arguments
---@field identifier { type: "username"|"email"|"phone", value: string }
---@field body? table<string, any>

---Get the WebAuthn options for signing in by one user's passkeys
---@param arguments logto.create_sign_in_passkey_authentication_with_identifier.arguments
---@param options? logto.Options
---@return { verificationId: string, authenticationOptions: logto.WebAuthnAuthenticationOptions }
function logto.create_sign_in_passkey_authentication_with_identifier(arguments, options) end

---@class (exact) logto.create_social_verification.arguments
---@field connector_id string
---@field state string
---@field redirectUri string
---@field body? table<string, any>

---Start a social sign-in: get the provider's address to go to
---Send the user to authorizationUri; the answer goes to verify_social_verification.
---@param arguments logto.create_social_verification.arguments
---@param options? logto.Options
---@return { authorizationUri: string, verificationId: string }
function logto.create_social_verification(arguments, options) end

---@class (exact) logto.create_sso_connector.arguments
---@field config? table<string, any>
---@field domains? string[]
---@field branding? { displayName?: string, logo?: string, darkLogo?: string }
---@field syncProfile? boolean
---@field enableTokenStorage? boolean
---@field providerName string
---@field connectorName string
---@field body? table<string, any>

---Add an enterprise SSO connector (SAML, OIDC, Okta, Entra ID, Google Workspace)
---providerName is one of list_sso_connector_providers.
---@param arguments logto.create_sso_connector.arguments
---@param options? logto.Options
---@return logto.SsoConnectorSettings
function logto.create_sso_connector(arguments, options) end

---@class (exact) logto.create_subject_token.arguments
---@field userId string
---@field context? table<string, any>
---@field body? table<string, any>

---Make a token for impersonating a user (token exchange)
---context is put into the token; exchange it at /oidc/token within its lifetime.
---@param arguments logto.create_subject_token.arguments
---@param options? logto.Options
---@return { subjectToken: string, expiresIn: number }
function logto.create_subject_token(arguments, options) end

---Make an authenticator-app secret and QR code during sign-in
---Next: verify_totp_verification, then bind_mfa_verification.
---@param arguments? table
---@param options? logto.Options
---@return { verificationId: string, secret: string, secretQrCode: string }
function logto.create_totp_secret(arguments, options) end

---@class (exact) logto.create_user.arguments
---@field primaryPhone? string
---@field primaryEmail? string
---@field username? string
---@field password? string
---@field passwordDigest? string
---@field passwordAlgorithm? "Argon2i"|"Argon2id"|"Argon2d"|"SHA1"|"SHA256"|"MD5"|"Bcrypt"|"Legacy"
---@field name? string
---@field avatar? string|logto.null
---@field customData? table<string, any>
---@field profile? logto.UserProfile
---@field body? table<string, any>

---Create a user with username, email, phone, password, profile or custom data
---passwordDigest with passwordAlgorithm takes over a hashed password.
---Identifiers are unique: 422 such as user.username_already_in_use when taken.
---@param arguments? logto.create_user.arguments
---@param options? logto.Options
---@return logto.User
function logto.create_user(arguments, options) end

---@class (exact) logto.create_user_asset.arguments
---@field file? string|{ name?: string, type?: string, content?: string, path?: string } content is the bytes, path a file in a folder of --upload-path
---@field body? table<string, any>

---Upload an image or file, such as an avatar or logo, and get its address
---Needs a storage provider (400 storage.not_configured); get_user_asset_service_status tells types and sizes.
---@param arguments? logto.create_user_asset.arguments
---@param options? logto.Options
---@return { url: string }
function logto.create_user_asset(arguments, options) end

---@class (exact) logto.create_user_identity.arguments
---@field user_id string
---@field connectorId string
---@field connectorData table<string, any> what the provider sent to redirectUri: code, state, redirectUri
---@field body? table<string, any>

---Link a social account to a user, from the provider's answer
---Second half of create_connector_authorization_uri.
---Not for Apple, SAML, OIDC and OAuth connectors: they need a sign-in.
---@param arguments logto.create_user_identity.arguments
---@param options? logto.Options
---@return table<string, { userId: string, details?: table<string, any> }>
function logto.create_user_identity(arguments, options) end

---@class (exact) logto.create_user_mfa_verification.arguments
---@field user_id string
---@field type "Totp"|"BackupCode"|string
---@field secret? string
---@field codes? string[]
---@field body? table<string, any>

---Add a second factor (authenticator app or backup codes) to a user
---The secret or the codes are in the result: hand them to the user.
---One of each type: 422 user.totp_already_in_use.
---@param arguments logto.create_user_mfa_verification.arguments
---@param options? logto.Options
---@return { type: "Totp", secret: string, secretQrCode: string }|{ type: "BackupCode", codes: string[] }
function logto.create_user_mfa_verification(arguments, options) end

---@class (exact) logto.create_user_personal_access_token.arguments
---@field user_id string
---@field name string
---@field expiresAt? number|logto.null
---@field body? table<string, any>

---Make a personal access token (API key) for a user
---`value` is the token to hand out.
---expiresAt is milliseconds since 1970; without it it never ends.
---@param arguments logto.create_user_personal_access_token.arguments
---@param options? logto.Options
---@return logto.PersonalAccessToken
function logto.create_user_personal_access_token(arguments, options) end

---@class (exact) logto.create_verification_by_password.arguments
---@field logto_verification_id? string
---@field password string
---@field body? table<string, any>

---Prove who one is by password, for changes to one's own account
---The result's id is what logto_verification_id takes.
---Wrong password: 422 session.invalid_credentials.
---@param arguments logto.create_verification_by_password.arguments
---@param options? logto.Options
---@return { verificationRecordId: string, expiresAt: string }
function logto.create_verification_by_password(arguments, options) end

---@class (exact) logto.create_verification_by_social.arguments
---@field logto_verification_id? string
---@field state string
---@field redirectUri string
---@field scope? string
---@field connectorId string
---@field body? table<string, any>

---Start proving a social account, to link it to one's own account
---Send the user to authorizationUri, then call verify_verification_by_social.
---@param arguments logto.create_verification_by_social.arguments
---@param options? logto.Options
---@return { verificationRecordId: string, authorizationUri: string, expiresAt: string }
function logto.create_verification_by_social(arguments, options) end

---@class (exact) logto.create_verification_by_verification_code.arguments
---@field logto_verification_id? string
---@field identifier { type: "email", value: string }|{ type: "phone", value: string }
---@field templateType? "BindMfa"|"UserPermissionValidation"
---@field body? table<string, any>

---Send a code by email or SMS, to prove an address for one's own account
---Not verified before verify_verification_by_verification_code.
---@param arguments logto.create_verification_by_verification_code.arguments
---@param options? logto.Options
---@return { verificationRecordId: string, expiresAt: string }
function logto.create_verification_by_verification_code(arguments, options) end

---@class (exact) logto.create_verification_code.arguments
---@field email? string
---@field phone? string
---@field body? table<string, any>

---Send a verification code to an email address or phone number
---Needs an email or SMS connector.
---@param arguments? logto.create_verification_code.arguments
---@param options? logto.Options
---@return true
function logto.create_verification_code(arguments, options) end

---Get the WebAuthn options to check the signing-in user's second factor
---@param arguments? table
---@param options? logto.Options
---@return { verificationId: string, authenticationOptions: logto.WebAuthnAuthenticationOptions }
function logto.create_web_authn_authentication_verification(arguments, options) end

---Get the WebAuthn options to register a device during sign-in
---@param arguments? table
---@param options? logto.Options
---@return { verificationId: string, registrationOptions: logto.WebAuthnRegistrationOptions }
function logto.create_web_authn_registration_verification(arguments, options) end

---@class (exact) logto.delete_application.arguments
---@field id string

---Delete an application with its secrets and role assignments
---@param arguments logto.delete_application.arguments
---@param options? logto.Options
---@return true
function logto.delete_application(arguments, options) end

---@class (exact) logto.delete_application_legacy_secret.arguments
---@field id string

---Retire an application's old built-in secret; a new internal one takes its place
---Only applications that still have one (400 application.no_legacy_secret_found).
---@param arguments logto.delete_application_legacy_secret.arguments
---@param options? logto.Options
---@return logto.ApplicationSummary
function logto.delete_application_legacy_secret(arguments, options) end

---@class (exact) logto.delete_application_protected_app_metadata_custom_domain.arguments
---@field id string
---@field domain string

---Take a custom domain off a protected application
---@param arguments logto.delete_application_protected_app_metadata_custom_domain.arguments
---@param options? logto.Options
---@return true
function logto.delete_application_protected_app_metadata_custom_domain(arguments, options) end

---@class (exact) logto.delete_application_role.arguments
---@field application_id string
---@field role_id string

---Take one API role away from an application
---@param arguments logto.delete_application_role.arguments
---@param options? logto.Options
---@return true
function logto.delete_application_role(arguments, options) end

---@class (exact) logto.delete_application_secret.arguments
---@field id string
---@field name string

---Delete one of an application's client secrets by its name
---Whoever uses that secret is locked out at once.
---@param arguments logto.delete_application_secret.arguments
---@param options? logto.Options
---@return true
function logto.delete_application_secret(arguments, options) end

---@class (exact) logto.delete_application_user_consent_organization.arguments
---@field id string
---@field user_id string
---@field organization_id string

---Withdraw a third-party application's access to one organization of a user
---Only third-party applications.
---@param arguments logto.delete_application_user_consent_organization.arguments
---@param options? logto.Options
---@return true
function logto.delete_application_user_consent_organization(arguments, options) end

---@class (exact) logto.delete_application_user_consent_scope.arguments
---@field application_id string
---@field scope_type "organization-scopes"|"resource-scopes"|"organization-resource-scopes"|"user-scopes"
---@field scope_id string

---Stop a third-party application from asking users for one permission
---Only third-party applications.
---@param arguments logto.delete_application_user_consent_scope.arguments
---@param options? logto.Options
---@return true
function logto.delete_application_user_consent_scope(arguments, options) end

---Remove the captcha provider, so that no bot check is made any more
---@param arguments? table
---@param options? logto.Options
---@return true
function logto.delete_captcha_provider(arguments, options) end

---@class (exact) logto.delete_connector.arguments
---@field id string

---Delete a social, email or SMS connector
---Users who sign in by it keep their accounts but cannot use it any more.
---@param arguments logto.delete_connector.arguments
---@param options? logto.Options
---@return true
function logto.delete_connector(arguments, options) end

---@class (exact) logto.delete_custom_phrase.arguments
---@field language_tag logto.LanguageTag

---Delete the custom wording of one language
---Not for the default language (409).
---@param arguments logto.delete_custom_phrase.arguments
---@param options? logto.Options
---@return true
function logto.delete_custom_phrase(arguments, options) end

---@class (exact) logto.delete_custom_profile_field_by_name.arguments
---@field name string

---Delete a sign-up profile field
---@param arguments logto.delete_custom_profile_field_by_name.arguments
---@param options? logto.Options
---@return true
function logto.delete_custom_profile_field_by_name(arguments, options) end

---@class (exact) logto.delete_domain.arguments
---@field id string

---Delete the tenant's custom domain
---@param arguments logto.delete_domain.arguments
---@param options? logto.Options
---@return true
function logto.delete_domain(arguments, options) end

---@class (exact) logto.delete_email_template.arguments
---@field id string

---Delete one email template
---@param arguments logto.delete_email_template.arguments
---@param options? logto.Options
---@return true
function logto.delete_email_template(arguments, options) end

---@class (exact) logto.delete_email_templates.arguments
---@field language_tag? string
---@field template_type? logto.EmailTemplateType

---Delete the email templates of a language or of a type
---Without filters nothing narrows it: give language_tag or template_type.
---@param arguments? logto.delete_email_templates.arguments
---@param options? logto.Options
---@return { rowCount: number }
function logto.delete_email_templates(arguments, options) end

---@class (exact) logto.delete_grant_by_id.arguments
---@field grant_id string
---@field logto_verification_id? string

---Withdraw an application's access to one's own account
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.delete_grant_by_id.arguments
---@param options? logto.Options
---@return true
function logto.delete_grant_by_id(arguments, options) end

---@class (exact) logto.delete_hook.arguments
---@field id string

---Delete a webhook
---@param arguments logto.delete_hook.arguments
---@param options? logto.Options
---@return true
function logto.delete_hook(arguments, options) end

---@class (exact) logto.delete_identity.arguments
---@field target string
---@field logto_verification_id? string

---Unlink a social account from one's own account
---Refused for the last identifier.
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.delete_identity.arguments
---@param options? logto.Options
---@return true
function logto.delete_identity(arguments, options) end

---@class (exact) logto.delete_jwt_customizer.arguments
---@field token_type_path "access-token"|"client-credentials" access-token or client-credentials

---Delete the script that adds custom claims to one kind of token
---@param arguments logto.delete_jwt_customizer.arguments
---@param options? logto.Options
---@return true
function logto.delete_jwt_customizer(arguments, options) end

---@class (exact) logto.delete_mfa_verification.arguments
---@field verification_id string
---@field logto_verification_id? string

---Remove a second factor from one's own account
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.delete_mfa_verification.arguments
---@param options? logto.Options
---@return true
function logto.delete_mfa_verification(arguments, options) end

---@class (exact) logto.delete_oidc_key.arguments
---@field key_type "private-keys"|"cookie-keys" private-keys (signing) or cookie-keys
---@field key_id string

---Delete an old OIDC signing or cookie key
---The last key of a kind stays (422 oidc.key_required); what it signed stops verifying.
---@param arguments logto.delete_oidc_key.arguments
---@param options? logto.Options
---@return true
function logto.delete_oidc_key(arguments, options) end

---@class (exact) logto.delete_one_time_token.arguments
---@field id string

---Delete a one-time token
---@param arguments logto.delete_one_time_token.arguments
---@param options? logto.Options
---@return true
function logto.delete_one_time_token(arguments, options) end

---@class (exact) logto.delete_organization.arguments
---@field id string

---Delete an organization with its memberships and invitations
---The users and applications themselves stay.
---@param arguments logto.delete_organization.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization(arguments, options) end

---@class (exact) logto.delete_organization_application.arguments
---@field id string
---@field application_id string

---Remove an application from an organization
---@param arguments logto.delete_organization_application.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_application(arguments, options) end

---@class (exact) logto.delete_organization_application_role.arguments
---@field id string
---@field application_id string
---@field organization_role_id string

---Take an organization role away from an application
---@param arguments logto.delete_organization_application_role.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_application_role(arguments, options) end

---@class (exact) logto.delete_organization_invitation.arguments
---@field id string

---Delete an invitation, whatever its state
---@param arguments logto.delete_organization_invitation.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_invitation(arguments, options) end

---@class (exact) logto.delete_organization_jit_email_domain.arguments
---@field id string
---@field email_domain string

---Stop users with an email domain from joining an organization automatically
---@param arguments logto.delete_organization_jit_email_domain.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_jit_email_domain(arguments, options) end

---@class (exact) logto.delete_organization_jit_role.arguments
---@field id string
---@field organization_role_id string

---Remove a role from those given on joining an organization automatically
---@param arguments logto.delete_organization_jit_role.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_jit_role(arguments, options) end

---@class (exact) logto.delete_organization_jit_sso_connector.arguments
---@field id string
---@field sso_connector_id string

---Stop users of an SSO connector from joining an organization automatically
---@param arguments logto.delete_organization_jit_sso_connector.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_jit_sso_connector(arguments, options) end

---@class (exact) logto.delete_organization_role.arguments
---@field id string

---Delete an organization role; members lose it everywhere
---@param arguments logto.delete_organization_role.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_role(arguments, options) end

---@class (exact) logto.delete_organization_role_resource_scope.arguments
---@field id string
---@field scope_id string

---Take an API permission away from an organization role
---@param arguments logto.delete_organization_role_resource_scope.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_role_resource_scope(arguments, options) end

---@class (exact) logto.delete_organization_role_scope.arguments
---@field id string
---@field organization_scope_id string

---Take an organization permission away from an organization role
---@param arguments logto.delete_organization_role_scope.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_role_scope(arguments, options) end

---@class (exact) logto.delete_organization_scope.arguments
---@field id string

---Delete an organization permission; roles lose it
---@param arguments logto.delete_organization_scope.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_scope(arguments, options) end

---@class (exact) logto.delete_organization_user.arguments
---@field id string
---@field user_id string

---Remove a member from an organization
---The account itself stays.
---@param arguments logto.delete_organization_user.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_user(arguments, options) end

---@class (exact) logto.delete_organization_user_role.arguments
---@field id string
---@field user_id string
---@field organization_role_id string

---Take an organization role away from a member
---@param arguments logto.delete_organization_user_role.arguments
---@param options? logto.Options
---@return true
function logto.delete_organization_user_role(arguments, options) end

---@class (exact) logto.delete_personal_access_token_post.arguments
---@field user_id string
---@field name string
---@field body? table<string, any>

---Delete a user's personal access token by name
---@param arguments logto.delete_personal_access_token_post.arguments
---@param options? logto.Options
---@return true
function logto.delete_personal_access_token_post(arguments, options) end

---@class (exact) logto.delete_primary_email.arguments
---@field logto_verification_id? string

---Remove one's own email address
---Refused for the last identifier.
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments? logto.delete_primary_email.arguments
---@param options? logto.Options
---@return true
function logto.delete_primary_email(arguments, options) end

---@class (exact) logto.delete_primary_phone.arguments
---@field logto_verification_id? string

---Remove one's own phone number
---Refused for the last identifier.
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments? logto.delete_primary_phone.arguments
---@param options? logto.Options
---@return true
function logto.delete_primary_phone(arguments, options) end

---@class (exact) logto.delete_resource.arguments
---@field id string

---Delete an API with its permissions
---Not for Logto's own API: 400.
---@param arguments logto.delete_resource.arguments
---@param options? logto.Options
---@return true
function logto.delete_resource(arguments, options) end

---@class (exact) logto.delete_resource_scope.arguments
---@field resource_id string
---@field scope_id string

---Delete a permission of an API; roles lose it
---@param arguments logto.delete_resource_scope.arguments
---@param options? logto.Options
---@return true
function logto.delete_resource_scope(arguments, options) end

---@class (exact) logto.delete_role.arguments
---@field id string

---Delete a role; whoever has it loses it
---@param arguments logto.delete_role.arguments
---@param options? logto.Options
---@return true
function logto.delete_role(arguments, options) end

---@class (exact) logto.delete_role_application.arguments
---@field id string
---@field application_id string

---Take a role away from one application
---@param arguments logto.delete_role_application.arguments
---@param options? logto.Options
---@return true
function logto.delete_role_application(arguments, options) end

---@class (exact) logto.delete_role_scope.arguments
---@field id string
---@field scope_id string

---Take an API permission away from a role
---@param arguments logto.delete_role_scope.arguments
---@param options? logto.Options
---@return true
function logto.delete_role_scope(arguments, options) end

---@class (exact) logto.delete_role_user.arguments
---@field id string
---@field user_id string

---Take a role away from one user
---@param arguments logto.delete_role_user.arguments
---@param options? logto.Options
---@return true
function logto.delete_role_user(arguments, options) end

---@class (exact) logto.delete_saml_application.arguments
---@field id string

---Delete a SAML application
---@param arguments logto.delete_saml_application.arguments
---@param options? logto.Options
---@return true
function logto.delete_saml_application(arguments, options) end

---@class (exact) logto.delete_saml_application_secret.arguments
---@field id string
---@field secret_id string

---Delete a signing certificate of a SAML application
---Not while it is active.
---@param arguments logto.delete_saml_application_secret.arguments
---@param options? logto.Options
---@return true
function logto.delete_saml_application_secret(arguments, options) end

---@class (exact) logto.delete_secret.arguments
---@field id string

---Delete a stored third-party token set from the secret vault
---The id is tokenSecret.id, asked for with include_token_secret.
---@param arguments logto.delete_secret.arguments
---@param options? logto.Options
---@return true
function logto.delete_secret(arguments, options) end

---@class (exact) logto.delete_sentinel_activities.arguments
---@field targetType "User"|"App"
---@field targets string[]
---@field body? table<string, any>

---Unlock users who were locked out after too many failed sign-ins
---targets are the locked-out identifiers: emails, phone numbers, usernames.
---@param arguments logto.delete_sentinel_activities.arguments
---@param options? logto.Options
---@return true
function logto.delete_sentinel_activities(arguments, options) end

---@class (exact) logto.delete_session_by_id.arguments
---@field session_id string
---@field revoke_grants_target? "all"|"firstParty" whose access ends too: all applications or firstParty
---@field logto_verification_id? string

---End one of one's own sessions (sign out a device)
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.delete_session_by_id.arguments
---@param options? logto.Options
---@return true
function logto.delete_session_by_id(arguments, options) end

---@class (exact) logto.delete_sso_connector.arguments
---@field id string

---Delete an enterprise SSO connector
---@param arguments logto.delete_sso_connector.arguments
---@param options? logto.Options
---@return true
function logto.delete_sso_connector(arguments, options) end

---@class (exact) logto.delete_user.arguments
---@field user_id string

---Delete a user and all their data
---Cannot be taken back: update_user_is_suspended blocks instead.
---@param arguments logto.delete_user.arguments
---@param options? logto.Options
---@return true
function logto.delete_user(arguments, options) end

---@class (exact) logto.delete_user_grant.arguments
---@field user_id string
---@field grant_id string

---Withdraw an application's access to a user's account
---@param arguments logto.delete_user_grant.arguments
---@param options? logto.Options
---@return true
function logto.delete_user_grant(arguments, options) end

---@class (exact) logto.delete_user_identity.arguments
---@field user_id string
---@field target string the provider, such as google

---Unlink a social account from a user
---@param arguments logto.delete_user_identity.arguments
---@param options? logto.Options
---@return logto.UserSummary
function logto.delete_user_identity(arguments, options) end

---@class (exact) logto.delete_user_mfa_verification.arguments
---@field user_id string
---@field verification_id string

---Remove (reset) one of a user's second factors
---@param arguments logto.delete_user_mfa_verification.arguments
---@param options? logto.Options
---@return true
function logto.delete_user_mfa_verification(arguments, options) end

---@class (exact) logto.delete_user_personal_access_token.arguments
---@field user_id string
---@field name string

---Delete a user's personal access token, its name in the path
---Names with odd characters fail here.
---@deprecated
---@param arguments logto.delete_user_personal_access_token.arguments
---@param options? logto.Options
---@return true
function logto.delete_user_personal_access_token(arguments, options) end

---@class (exact) logto.delete_user_role.arguments
---@field user_id string
---@field role_id string

---Take an API role away from a user
---@param arguments logto.delete_user_role.arguments
---@param options? logto.Options
---@return true
function logto.delete_user_role(arguments, options) end

---@class (exact) logto.delete_user_session.arguments
---@field user_id string
---@field session_id string
---@field revoke_grants_target? "all"|"firstParty" whose access ends too: all applications or firstParty

---End one of a user's sessions (sign them out)
---@param arguments logto.delete_user_session.arguments
---@param options? logto.Options
---@return true
function logto.delete_user_session(arguments, options) end

---Make backup codes during sign-in, to be bound by bind_mfa_verification
---Show the codes to the user: they are not shown again.
---@param arguments? table
---@param options? logto.Options
---@return { verificationId: string, codes: string[] }
function logto.generate_backup_codes(arguments, options) end

---@class (exact) logto.generate_my_account_backup_codes.arguments
---@field logto_verification_id? string

---Make backup codes for one's own account, to be added by add_mfa_verification
---@param arguments? logto.generate_my_account_backup_codes.arguments
---@param options? logto.Options
---@return { codes: string[] }
function logto.generate_my_account_backup_codes(arguments, options) end

---@class (exact) logto.generate_totp_secret.arguments
---@field logto_verification_id? string

---Make an authenticator-app secret for one's own account
---@param arguments? logto.generate_totp_secret.arguments
---@param options? logto.Options
---@return { secret: string }
function logto.generate_totp_secret(arguments, options) end

---@class (exact) logto.generate_web_authn_registration_options.arguments
---@field logto_verification_id? string

---Get the WebAuthn options to register a passkey for one's own account
---The browser makes the credential; verify_web_authn_registration checks it.
---@param arguments? logto.generate_web_authn_registration_options.arguments
---@param options? logto.Options
---@return { verificationRecordId: string, registrationOptions: logto.WebAuthnRegistrationOptions, expiresAt: string }
function logto.generate_web_authn_registration_options(arguments, options) end

---Read what end users may see and edit in the account center
---@param arguments? table
---@param options? logto.Options
---@return logto.AccountCenter
function logto.get_account_center_settings(arguments, options) end

---@class (exact) logto.get_active_user_counts.arguments
---@field date? string

---Count active users by day, week and month (DAU, WAU, MAU)
---date is the last day, as 2026-01-31.
---@param arguments? logto.get_active_user_counts.arguments
---@param options? logto.Options
---@return { dauCurve: { date: string, count: number }[], dau: { count: number, delta: number }, wau: { count: number, delta: number }, mau: { count: number, delta: number } }
function logto.get_active_user_counts(arguments, options) end

---Read the admin console's own settings and milestones
---@param arguments? table
---@param options? logto.Options
---@return { signInExperienceCustomized: boolean, organizationCreated: boolean, developmentTenantMigrationNotification?: { isPaidTenant: boolean, tag: string, readAt?: number }, checkedChargeNotification?: { token?: boolean, apiResource?: boolean, machineToMachineApp?: boolean, tenantMember?: boolean } }
function logto.get_admin_console_config(arguments, options) end

---@class (exact) logto.get_application.arguments
---@field id string

---Read one application: type, redirect addresses, settings, custom data
---@param arguments logto.get_application.arguments
---@param options? logto.Options
---@return logto.ApplicationDetails
function logto.get_application(arguments, options) end

---@class (exact) logto.get_application_sign_in_experience.arguments
---@field application_id string

---Read the branding and terms that a third-party application shows at sign-in
---Only third-party applications; 404 while none is set.
---@param arguments logto.get_application_sign_in_experience.arguments
---@param options? logto.Options
---@return logto.ApplicationSignInExperience
function logto.get_application_sign_in_experience(arguments, options) end

---@class (exact) logto.get_backup_codes.arguments
---@field logto_verification_id? string

---List one's own backup codes and which are used
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments? logto.get_backup_codes.arguments
---@param options? logto.Options
---@return { codes: { code: string, usedAt?: string }[] }
function logto.get_backup_codes(arguments, options) end

---Read which captcha (bot protection) provider is set up
---404 while none is set; there is at most one.
---@param arguments? table
---@param options? logto.Options
---@return logto.CaptchaProvider
function logto.get_captcha_provider(arguments, options) end

---@class (exact) logto.get_connector.arguments
---@field id string

---Read one connector with its configuration
---@param arguments logto.get_connector.arguments
---@param options? logto.Options
---@return logto.Connector
function logto.get_connector(arguments, options) end

---@class (exact) logto.get_connector_factory.arguments
---@field id string

---Read one kind of connector: its form, its configuration template, its readme
---@param arguments logto.get_connector_factory.arguments
---@param options? logto.Options
---@return logto.ConnectorFactory
function logto.get_connector_factory(arguments, options) end

---@class (exact) logto.get_custom_phrase.arguments
---@field language_tag logto.LanguageTag

---Read the custom wording of the sign-in pages in one language
---@param arguments logto.get_custom_phrase.arguments
---@param options? logto.Options
---@return { tenantId: string, id: string, languageTag: string, translation: table<string, any> }
function logto.get_custom_phrase(arguments, options) end

---@class (exact) logto.get_custom_profile_field_by_name.arguments
---@field name string

---Read the definition of one sign-up profile field
---@param arguments logto.get_custom_profile_field_by_name.arguments
---@param options? logto.Options
---@return logto.CustomProfileField
function logto.get_custom_profile_field_by_name(arguments, options) end

---@class (exact) logto.get_domain.arguments
---@field id string

---Read a custom domain and bring its DNS and certificate state up to date
---@param arguments logto.get_domain.arguments
---@param options? logto.Options
---@return logto.Domain
function logto.get_domain(arguments, options) end

---@class (exact) logto.get_email_template.arguments
---@field id string

---Read one email template
---@param arguments logto.get_email_template.arguments
---@param options? logto.Options
---@return logto.EmailTemplate
function logto.get_email_template(arguments, options) end

---@class (exact) logto.get_enabled_sso_connectors.arguments
---@field email string

---Find the enterprise SSO connectors for an email address's domain during sign-in
---@param arguments logto.get_enabled_sso_connectors.arguments
---@param options? logto.Options
---@return { connectorIds: string[] }
function logto.get_enabled_sso_connectors(arguments, options) end

---@class (exact) logto.get_enterprise_sso_identity_access_token.arguments
---@field connector_id string
---@field logto_verification_id? string

---Read the provider's access token stored for one's own enterprise SSO account
---Only where the connector stores tokens.
---@param arguments logto.get_enterprise_sso_identity_access_token.arguments
---@param options? logto.Options
---@return { access_token: string, scope?: string, token_type?: string, expires_in?: number|string }
function logto.get_enterprise_sso_identity_access_token(arguments, options) end

---@class (exact) logto.get_grants.arguments
---@field app_type? "firstParty"|"thirdParty" only firstParty or thirdParty applications
---@field logto_verification_id? string

---List the applications with access to one's own account
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments? logto.get_grants.arguments
---@param options? logto.Options
---@return { grants: logto.Grant[] }
function logto.get_grants(arguments, options) end

---@class (exact) logto.get_hasura_auth.arguments
---@field resource string
---@field unauthorized_role? string

---Answer Hasura's authentication webhook with a user's role and id
---Hasura calls it with the user's token in its headers.
---@param arguments logto.get_hasura_auth.arguments
---@param options? logto.Options
---@return { ["X-Hasura-User-Id"]?: string, ["X-Hasura-Role"]?: string }
function logto.get_hasura_auth(arguments, options) end

---@class (exact) logto.get_hook.arguments
---@field id string
---@field include_execution_stats? string "true" adds how many deliveries failed

---Read one webhook, on request with its success statistics
---@param arguments logto.get_hook.arguments
---@param options? logto.Options
---@return logto.HookDetails
function logto.get_hook(arguments, options) end

---Read which extended claims go into ID tokens
---@param arguments? table
---@param options? logto.Options
---@return { enabledExtendedClaims?: ("custom_data"|"identities"|"sso_identities"|"roles"|"organizations"|"organization_data"|"organization_roles")[] }
function logto.get_id_token_config(arguments, options) end

---Read the state of the running sign-in
---@param arguments? table
---@param options? logto.Options
---@return logto.Interaction
function logto.get_interaction(arguments, options) end

---@class (exact) logto.get_jwt_customizer.arguments
---@field token_type_path "access-token"|"client-credentials" access-token or client-credentials

---Read the custom claims script of access or client-credentials tokens
---404 while none is set.
---@param arguments logto.get_jwt_customizer.arguments
---@param options? logto.Options
---@return logto.JwtCustomizer
function logto.get_jwt_customizer(arguments, options) end

---@class (exact) logto.get_log.arguments
---@field id string

---Read one audit log entry with its payload
---@param arguments logto.get_log.arguments
---@param options? logto.Options
---@return logto.Log
function logto.get_log(arguments, options) end

---@class (exact) logto.get_logto_config.arguments
---@field logto_verification_id? string

---Read one's own MFA and passkey states
---@param arguments? logto.get_logto_config.arguments
---@param options? logto.Options
---@return { mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } }
function logto.get_logto_config(arguments, options) end

---@class (exact) logto.get_mfa_settings.arguments
---@field logto_verification_id? string

---Read whether sign-in asks for one's own second factor
---@param arguments? logto.get_mfa_settings.arguments
---@param options? logto.Options
---@return { skipMfaOnSignIn: boolean }
function logto.get_mfa_settings(arguments, options) end

---@class (exact) logto.get_mfa_verifications.arguments
---@field logto_verification_id? string

---List the second factors of one's own account
---@param arguments? logto.get_mfa_verifications.arguments
---@param options? logto.Options
---@return ({ id: string, createdAt: string, lastUsedAt?: string, type: "Totp"|"WebAuthn"|"BackupCode"|"EmailVerificationCode"|"PhoneVerificationCode", agent?: string, name?: string, remainCodes?: number })[]
function logto.get_mfa_verifications(arguments, options) end

---Count new sign-ups (registrations) of today and of the last seven days
---@param arguments? table
---@param options? logto.Options
---@return { today: { count: number, delta: number }, last7Days: { count: number, delta: number } }
function logto.get_new_user_counts(arguments, options) end

---@class (exact) logto.get_oidc_keys.arguments
---@field key_type "private-keys"|"cookie-keys" private-keys (signing) or cookie-keys

---List the OIDC private or cookie keys (ids, algorithms and age, never the key itself)
---@param arguments logto.get_oidc_keys.arguments
---@param options? logto.Options
---@return ({ id: string, createdAt: number, signingKeyAlgorithm?: "RSA"|"EC", status?: "Next"|"Current"|"Previous", effectiveAt?: number })[]
function logto.get_oidc_keys(arguments, options) end

---Read how long OIDC sessions live, in seconds
---@param arguments? table
---@param options? logto.Options
---@return { ttl: number }
function logto.get_oidc_session_config(arguments, options) end

---@class (exact) logto.get_one_time_token.arguments
---@field id string

---Read one one-time token
---@param arguments logto.get_one_time_token.arguments
---@param options? logto.Options
---@return logto.OneTimeToken
function logto.get_one_time_token(arguments, options) end

---@class (exact) logto.get_organization.arguments
---@field id string

---Read one organization
---@param arguments logto.get_organization.arguments
---@param options? logto.Options
---@return logto.Organization
function logto.get_organization(arguments, options) end

---@class (exact) logto.get_organization_invitation.arguments
---@field id string

---Read one invitation to an organization
---@param arguments logto.get_organization_invitation.arguments
---@param options? logto.Options
---@return logto.OrganizationInvitation
function logto.get_organization_invitation(arguments, options) end

---@class (exact) logto.get_organization_role.arguments
---@field id string

---Read one organization role
---@param arguments logto.get_organization_role.arguments
---@param options? logto.Options
---@return logto.OrganizationRole
function logto.get_organization_role(arguments, options) end

---@class (exact) logto.get_organization_scope.arguments
---@field id string

---Read one organization permission
---@param arguments logto.get_organization_scope.arguments
---@param options? logto.Options
---@return logto.OrganizationScope
function logto.get_organization_scope(arguments, options) end

---@class (exact) logto.get_profile.arguments
---@field logto_verification_id? string

---Read one's own account: names, email, phone, profile, identities
---@param arguments? logto.get_profile.arguments
---@param options? logto.Options
---@return logto.MyProfile
function logto.get_profile(arguments, options) end

---@class (exact) logto.get_resource.arguments
---@field id string

---Read one API resource
---@param arguments logto.get_resource.arguments
---@param options? logto.Options
---@return logto.ResourceSummary
function logto.get_resource(arguments, options) end

---@class (exact) logto.get_role.arguments
---@field id string

---Read one role
---@param arguments logto.get_role.arguments
---@param options? logto.Options
---@return logto.Role
function logto.get_role(arguments, options) end

---@class (exact) logto.get_saml_application.arguments
---@field id string

---Read one SAML application
---@param arguments logto.get_saml_application.arguments
---@param options? logto.Options
---@return logto.SamlApplication
function logto.get_saml_application(arguments, options) end

---@class (exact) logto.get_saml_application_callback.arguments
---@field id string
---@field code? string
---@field state? string
---@field redirect_uri? string
---@field error? string
---@field error_description? string

---Take the OIDC callback of a SAML sign-in and answer the SAML response
---Called by the browser, not by scripts.
---@param arguments logto.get_saml_application_callback.arguments
---@param options? logto.Options
---@return string
function logto.get_saml_application_callback(arguments, options) end

---@class (exact) logto.get_saml_authn.arguments
---@field id string
---@field saml_request string
---@field signature? string
---@field sig_alg? string
---@field relay_state? string|logto.null

---Take a SAML sign-in request sent by redirect (HTTP Redirect binding)
---Called by the service provider's page; never followed: the address is the result.
---@param arguments logto.get_saml_authn.arguments
---@param options? logto.Options
---@return { status: integer, location: string }
function logto.get_saml_authn(arguments, options) end

---@class (exact) logto.get_sessions.arguments
---@field logto_verification_id? string

---List one's own open sessions
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments? logto.get_sessions.arguments
---@param options? logto.Options
---@return { sessions: logto.MySession[] }
function logto.get_sessions(arguments, options) end

---Read the sign-in page settings: branding, methods, languages, MFA, password policy
---@param arguments? table
---@param options? logto.Options
---@return logto.SignInExperience
function logto.get_sign_in_exp(arguments, options) end

---@class (exact) logto.get_sign_in_experience_config.arguments
---@field organization_id? string
---@field app_id? string

---Read the public sign-in settings the old way
---@deprecated
---@param arguments? logto.get_sign_in_experience_config.arguments
---@param options? logto.Options
---@return logto.SignInExperienceConfig
function logto.get_sign_in_experience_config(arguments, options) end

---@class (exact) logto.get_sign_in_experience_phrases.arguments
---@field lng? string language, such as en

---Read the wording of the sign-in pages in a language, as anybody can
---@param arguments? logto.get_sign_in_experience_phrases.arguments
---@param options? logto.Options
---@return table<string, string|table<string, any>>
function logto.get_sign_in_experience_phrases(arguments, options) end

---@class (exact) logto.get_social_identity_access_token.arguments
---@field target string
---@field logto_verification_id? string

---Read the provider's access token stored for one's own social account
---Only where the connector stores tokens.
---@param arguments logto.get_social_identity_access_token.arguments
---@param options? logto.Options
---@return { access_token: string, scope?: string, token_type?: string, expires_in?: number|string }
function logto.get_social_identity_access_token(arguments, options) end

---@class (exact) logto.get_sso_connector.arguments
---@field id string

---Read one enterprise SSO connector with its provider's metadata
---@param arguments logto.get_sso_connector.arguments
---@param options? logto.Options
---@return logto.SsoConnector
function logto.get_sso_connector(arguments, options) end

---Check that the tenant is up and answers
---@param arguments? table
---@param options? logto.Options
---@return true
function logto.get_status(arguments, options) end

---Get the tenant's own OpenAPI document
---Large and slow to answer: read parts of it, do not print it whole.
---@param arguments? table
---@param options? logto.Options
---@return { openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } }
function logto.get_swagger_json(arguments, options) end

---Read application constants such as the protected applications' default domain
---@param arguments? table
---@param options? logto.Options
---@return { protectedApps: { defaultDomain: string } }
function logto.get_system_application_config(arguments, options) end

---Count all users of the tenant
---@param arguments? table
---@param options? logto.Options
---@return { totalUserCount: number }
function logto.get_total_user_count(arguments, options) end

---@class (exact) logto.get_user.arguments
---@field user_id string
---@field include_sso_identities? string "true" adds ssoIdentities
---@field include_password_hash? string "true" adds passwordDigest and passwordAlgorithm

---Read one user: identifiers, profile, custom data, last sign-in, suspended or not
---@param arguments logto.get_user.arguments
---@param options? logto.Options
---@return logto.User
function logto.get_user(arguments, options) end

---Read whether files can be uploaded, which types and how large
---@param arguments? table
---@param options? logto.Options
---@return { status: "ready"|"not_configured", allowUploadMimeTypes?: ("image/jpeg"|"image/png"|"image/gif"|"image/vnd.microsoft.icon"|"image/x-icon"|"image/svg+xml"|"image/tiff"|"image/webp"|"image/bmp"|"application/zip")[], maxUploadFileSize?: number }
function logto.get_user_asset_service_status(arguments, options) end

---@class (exact) logto.get_user_has_password.arguments
---@field user_id string

---Check whether a user has a password
---@param arguments logto.get_user_has_password.arguments
---@param options? logto.Options
---@return { hasPassword: boolean }
function logto.get_user_has_password(arguments, options) end

---@class (exact) logto.get_user_identity.arguments
---@field user_id string
---@field target string the provider, such as google
---@field include_token_secret? string "true" adds the stored tokens

---Read one social account linked to a user, on request with its stored tokens
---@param arguments logto.get_user_identity.arguments
---@param options? logto.Options
---@return { identity: { userId: string, details?: table<string, any> }, tokenSecret?: logto.SocialTokenSecret }
function logto.get_user_identity(arguments, options) end

---@class (exact) logto.get_user_session.arguments
---@field user_id string
---@field session_id string

---Read one of a user's open sessions
---@param arguments logto.get_user_session.arguments
---@param options? logto.Options
---@return logto.Session
function logto.get_user_session(arguments, options) end

---@class (exact) logto.get_user_sso_identity.arguments
---@field user_id string
---@field sso_connector_id string
---@field include_token_secret? string "true" adds the stored tokens

---Read one enterprise SSO account linked to a user, on request with its tokens
---@param arguments logto.get_user_sso_identity.arguments
---@param options? logto.Options
---@return { ssoIdentity: logto.SsoIdentity, tokenSecret?: logto.SsoTokenSecret }
function logto.get_user_sso_identity(arguments, options) end

---Read the public account center settings
---@param arguments? table
---@param options? logto.Options
---@return logto.AccountCenter
function logto.get_well_known_account_center(arguments, options) end

---@class (exact) logto.get_well_known_experience.arguments
---@field organization_id? string
---@field app_id? string

---Read the public sign-in settings, as the sign-in page does
---@param arguments? logto.get_well_known_experience.arguments
---@param options? logto.Options
---@return logto.SignInExperienceConfig
function logto.get_well_known_experience(arguments, options) end

---Get the OpenAPI document of the sign-in (experience) API
---Large: read parts of it, do not print it whole.
---@param arguments? table
---@param options? logto.Options
---@return { openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } }
function logto.get_well_known_experience_openapi_json(arguments, options) end

---Get the OpenAPI document of the management API
---Large and slow to answer: read parts of it, do not print it whole.
---@param arguments? table
---@param options? logto.Options
---@return { openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } }
function logto.get_well_known_management_openapi_json(arguments, options) end

---Get the OpenAPI document of the end users' API
---Large: read parts of it, do not print it whole.
---@param arguments? table
---@param options? logto.Options
---@return { openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } }
function logto.get_well_known_user_openapi_json(arguments, options) end

---@class (exact) logto.identify_user.arguments
---@field verificationId? string
---@field linkSocialIdentity? boolean true: add the social identity to the account that has its email
---@field body? table<string, any>

---Say who is signing in by a verified record, or create the account on sign-up
---Sign-up creates the account; 422 user.missing_profile asks for add_user_profile first.
---@param arguments? logto.identify_user.arguments
---@param options? logto.Options
---@return true
function logto.identify_user(arguments, options) end

---@class (exact) logto.init_interaction.arguments
---@field interactionEvent "SignIn"|"Register"|"ForgotPassword"
---@field captchaToken? string
---@field body? table<string, any>

---Begin a sign-in, sign-up or password reset
---Drops what was there of an earlier interaction.
---Needs an open sign-in: logto.sign_in.start first, else 400 session.not_found.
---@param arguments logto.init_interaction.arguments
---@param options? logto.Options
---@return true
function logto.init_interaction(arguments, options) end

---@class (exact) logto.list_application_organizations.arguments
---@field id string
---@field page? integer
---@field page_size? integer

---List the organizations that a machine-to-machine application belongs to
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_application_organizations.arguments
---@param options? logto.Options
---@return logto.OrganizationWithRoles[]
function logto.list_application_organizations(arguments, options) end

---@class (exact) logto.list_application_protected_app_metadata_custom_domains.arguments
---@field id string

---List a protected application's custom domains with their DNS state
---Only applications of type Protected.
---@param arguments logto.list_application_protected_app_metadata_custom_domains.arguments
---@param options? logto.Options
---@return logto.ProtectedAppDomain[]
function logto.list_application_protected_app_metadata_custom_domains(arguments, options) end

---@class (exact) logto.list_application_roles.arguments
---@field application_id string
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List the API roles of a machine-to-machine application
---@param arguments logto.list_application_roles.arguments
---@param options? logto.Options
---@return logto.Role[]
function logto.list_application_roles(arguments, options) end

---@class (exact) logto.list_application_secrets.arguments
---@field id string

---List an application's client secrets with names, values and expiry
---@param arguments logto.list_application_secrets.arguments
---@param options? logto.Options
---@return logto.ApplicationSecret[]
function logto.list_application_secrets(arguments, options) end

---@class (exact) logto.list_application_user_consent_organizations.arguments
---@field id string
---@field user_id string
---@field page? integer
---@field page_size? integer

---List the organizations that a user opened to a third-party application
---Only third-party applications.
---The list is in `organizations` of the result.
---@param arguments logto.list_application_user_consent_organizations.arguments
---@param options? logto.Options
---@return { organizations: logto.Organization[] }
function logto.list_application_user_consent_organizations(arguments, options) end

---@class (exact) logto.list_application_user_consent_scopes.arguments
---@field application_id string

---List the permissions that a third-party application may ask users for
---Only third-party applications.
---@param arguments logto.list_application_user_consent_scopes.arguments
---@param options? logto.Options
---@return logto.ConsentScopes
function logto.list_application_user_consent_scopes(arguments, options) end

---@class (exact) logto.list_applications.arguments
---@field types? logto.ApplicationType[]|logto.ApplicationType
---@field exclude_role_id? string leave out those with this role
---@field exclude_organization_id? string leave out those in this organization
---@field is_third_party? "true"|"false"|boolean true or false
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List applications, by type, by third-party or not, or by a search pattern
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments? logto.list_applications.arguments
---@param options? logto.Options
---@return logto.Application[]
function logto.list_applications(arguments, options) end

---List the kinds of connectors that can be added (social, email, SMS)
---@param arguments? table
---@param options? logto.Options
---@return logto.ConnectorFactory[]
function logto.list_connector_factories(arguments, options) end

---@class (exact) logto.list_connectors.arguments
---@field target? string

---List the set-up social, email and SMS connectors
---target narrows to a social provider, such as google.
---@param arguments? logto.list_connectors.arguments
---@param options? logto.Options
---@return logto.Connector[]
function logto.list_connectors(arguments, options) end

---List the custom wording (translations) of all languages
---@param arguments? table
---@param options? logto.Options
---@return { tenantId: string, id: string, languageTag: string, translation: table<string, any> }[]
function logto.list_custom_phrases(arguments, options) end

---List the profile fields that sign-up asks for, in their order
---@param arguments? table
---@param options? logto.Options
---@return logto.CustomProfileField[]
function logto.list_custom_profile_fields(arguments, options) end

---List the tenant's custom domains with the DNS records they need
---@param arguments? table
---@param options? logto.Options
---@return logto.Domain[]
function logto.list_domains(arguments, options) end

---@class (exact) logto.list_email_templates.arguments
---@field language_tag? string
---@field template_type? logto.EmailTemplateType

---List custom email templates, by language or purpose
---@param arguments? logto.list_email_templates.arguments
---@param options? logto.Options
---@return logto.EmailTemplate[]
function logto.list_email_templates(arguments, options) end

---@class (exact) logto.list_hook_recent_logs.arguments
---@field id string
---@field log_key? string the event, such as TriggerHook.User.Created
---@field page? integer
---@field page_size? integer

---List a webhook's recent deliveries with request and response
---@param arguments logto.list_hook_recent_logs.arguments
---@param options? logto.Options
---@return { id: string, key: string, payload: logto.LogPayload, createdAt: number }[]
function logto.list_hook_recent_logs(arguments, options) end

---@class (exact) logto.list_hooks.arguments
---@field include_execution_stats? string "true" adds how many deliveries failed
---@field page? integer
---@field page_size? integer

---List webhooks, on request with their success statistics
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments? logto.list_hooks.arguments
---@param options? logto.Options
---@return logto.HookDetails[]
function logto.list_hooks(arguments, options) end

---List the custom claims scripts of all kinds of tokens
---@param arguments? table
---@param options? logto.Options
---@return ({ key: "jwt.accessToken", value: { script: string, environmentVariables?: table<string, string>, contextSample?: logto.JwtCustomizerContext, blockIssuanceOnError?: boolean, tokenSample?: { jti?: string, aud?: string|string[], scope?: string, clientId?: string, accountId?: string, expiresWithSession?: boolean, grantId?: string, gty?: string, sessionUid?: string, sid?: string, kind?: "AccessToken" } } }|{ key: "jwt.clientCredentials", value: { script: string, environmentVariables?: table<string, string>, contextSample?: { application?: { tenantId?: string, id?: string, name?: string, description?: string, type?: logto.ApplicationType, oidcClientMetadata?: logto.OidcClientMetadata, customClientMetadata?: logto.CustomClientMetadata, protectedAppMetadata?: logto.ProtectedAppMetadata, customData?: table<string, any>, isThirdParty?: boolean, createdAt?: number } }, blockIssuanceOnError?: boolean, tokenSample?: { jti?: string, aud?: string|string[], scope?: string, clientId?: string, kind?: "ClientCredentials" } } })[]
function logto.list_jwt_customizers(arguments, options) end

---@class (exact) logto.list_logs.arguments
---@field user_id? string
---@field application_id? string
---@field log_key? string the event, such as Interaction.SignIn.Submit
---@field page? integer
---@field page_size? integer

---List audit log entries: sign-ins, token exchanges, errors; by user, application or event
---The total may be capped (Total-Number-Is-Capped).
---@param arguments? logto.list_logs.arguments
---@param options? logto.Options
---@return logto.Log[]
function logto.list_logs(arguments, options) end

---@class (exact) logto.list_one_time_tokens.arguments
---@field email? string
---@field status? "active"|"consumed"|"revoked"|"expired"
---@field page? integer
---@field page_size? integer

---List one-time tokens, by email address or status
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments? logto.list_one_time_tokens.arguments
---@param options? logto.Options
---@return logto.OneTimeToken[]
function logto.list_one_time_tokens(arguments, options) end

---@class (exact) logto.list_organization_application_roles.arguments
---@field id string
---@field application_id string
---@field page? integer
---@field page_size? integer

---List an application's roles in an organization
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_organization_application_roles.arguments
---@param options? logto.Options
---@return logto.OrganizationRole[]
function logto.list_organization_application_roles(arguments, options) end

---@class (exact) logto.list_organization_applications.arguments
---@field id string
---@field q? string text to look for in ids, names and descriptions
---@field page? integer
---@field page_size? integer

---List the applications in an organization with their roles
---@param arguments logto.list_organization_applications.arguments
---@param options? logto.Options
---@return logto.OrganizationApplication[]
function logto.list_organization_applications(arguments, options) end

---@class (exact) logto.list_organization_invitations.arguments
---@field organization_id? string
---@field inviter_id? string
---@field invitee? string

---List invitations, by organization, inviter or invited email address
---@param arguments? logto.list_organization_invitations.arguments
---@param options? logto.Options
---@return logto.OrganizationInvitation[]
function logto.list_organization_invitations(arguments, options) end

---@class (exact) logto.list_organization_jit_email_domains.arguments
---@field id string
---@field page? integer
---@field page_size? integer

---List the email domains whose users join an organization automatically
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_organization_jit_email_domains.arguments
---@param options? logto.Options
---@return { tenantId: string, organizationId: string, emailDomain: string }[]
function logto.list_organization_jit_email_domains(arguments, options) end

---@class (exact) logto.list_organization_jit_roles.arguments
---@field id string
---@field page? integer
---@field page_size? integer

---List the roles given to users who join an organization automatically
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_organization_jit_roles.arguments
---@param options? logto.Options
---@return logto.OrganizationRole[]
function logto.list_organization_jit_roles(arguments, options) end

---@class (exact) logto.list_organization_jit_sso_connectors.arguments
---@field id string
---@field page? integer
---@field page_size? integer

---List the SSO connectors whose users join an organization automatically
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_organization_jit_sso_connectors.arguments
---@param options? logto.Options
---@return logto.SsoConnectorSettings[]
function logto.list_organization_jit_sso_connectors(arguments, options) end

---@class (exact) logto.list_organization_role_resource_scopes.arguments
---@field id string
---@field page? integer
---@field page_size? integer

---List the API permissions of an organization role
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_organization_role_resource_scopes.arguments
---@param options? logto.Options
---@return logto.ResourceScope[]
function logto.list_organization_role_resource_scopes(arguments, options) end

---@class (exact) logto.list_organization_role_scopes.arguments
---@field id string
---@field page? integer
---@field page_size? integer

---List the organization permissions of an organization role
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_organization_role_scopes.arguments
---@param options? logto.Options
---@return logto.OrganizationScope[]
function logto.list_organization_role_scopes(arguments, options) end

---@class (exact) logto.list_organization_roles.arguments
---@field q? string text to look for in ids, names and descriptions
---@field page? integer
---@field page_size? integer

---List the organization roles of the template, with their permissions
---@param arguments? logto.list_organization_roles.arguments
---@param options? logto.Options
---@return { tenantId: string, id: string, name: string, description: string, type: logto.RoleType, scopes: { id: string, name: string }[], resourceScopes: { id: string, name: string, resource: { id: string, name: string } }[] }[]
function logto.list_organization_roles(arguments, options) end

---@class (exact) logto.list_organization_scopes.arguments
---@field q? string text to look for in ids, names and descriptions
---@field page? integer
---@field page_size? integer

---List the organization permissions of the template
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments? logto.list_organization_scopes.arguments
---@param options? logto.Options
---@return logto.OrganizationScope[]
function logto.list_organization_scopes(arguments, options) end

---@class (exact) logto.list_organization_user_roles.arguments
---@field id string
---@field user_id string
---@field page? integer
---@field page_size? integer

---List a member's roles in an organization
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_organization_user_roles.arguments
---@param options? logto.Options
---@return logto.OrganizationRole[]
function logto.list_organization_user_roles(arguments, options) end

---@class (exact) logto.list_organization_user_scopes.arguments
---@field id string
---@field user_id string

---List what a member may do in an organization (permissions from roles)
---@param arguments logto.list_organization_user_scopes.arguments
---@param options? logto.Options
---@return logto.OrganizationScope[]
function logto.list_organization_user_scopes(arguments, options) end

---@class (exact) logto.list_organization_users.arguments
---@field id string
---@field q? string text to look for in ids, names and descriptions
---@field page? integer
---@field page_size? integer

---List an organization's members with their organization roles
---@param arguments logto.list_organization_users.arguments
---@param options? logto.Options
---@return logto.OrganizationMember[]
function logto.list_organization_users(arguments, options) end

---@class (exact) logto.list_organizations.arguments
---@field q? string text to look for in ids, names and descriptions
---@field show_featured? string "true" adds a few members and their number
---@field page? integer
---@field page_size? integer

---List or search organizations by id, name or description
---show_featured adds a few members and their number to each.
---@param arguments? logto.list_organizations.arguments
---@param options? logto.Options
---@return { tenantId: string, id: string, name: string, description: string, customData: table<string, any>, isMfaRequired: boolean, color: logto.Color, branding: logto.Branding, customCss: string, createdAt: number, usersCount?: number, featuredUsers?: { id: string, avatar: string, name: string }[] }[]
function logto.list_organizations(arguments, options) end

---@class (exact) logto.list_resource_scopes.arguments
---@field resource_id string
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List an API's permissions (scopes)
---@param arguments logto.list_resource_scopes.arguments
---@param options? logto.Options
---@return logto.ResourceScope[]
function logto.list_resource_scopes(arguments, options) end

---@class (exact) logto.list_resources.arguments
---@field include_scopes? string "true" adds the permissions
---@field page? integer
---@field page_size? integer

---List the registered APIs, on request with their permissions
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments? logto.list_resources.arguments
---@param options? logto.Options
---@return logto.Resource[]
function logto.list_resources(arguments, options) end

---@class (exact) logto.list_role_applications.arguments
---@field id string
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List the applications that have a role
---@param arguments logto.list_role_applications.arguments
---@param options? logto.Options
---@return logto.ApplicationSummary[]
function logto.list_role_applications(arguments, options) end

---@class (exact) logto.list_role_scopes.arguments
---@field id string
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List a role's API permissions
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments logto.list_role_scopes.arguments
---@param options? logto.Options
---@return { tenantId: string, id: string, resourceId: string, name: string, description: string, createdAt: number, resource: logto.ResourceSummary }[]
function logto.list_role_scopes(arguments, options) end

---@class (exact) logto.list_role_users.arguments
---@field id string
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List the users who have a role
---@param arguments logto.list_role_users.arguments
---@param options? logto.Options
---@return logto.UserSummary[]
function logto.list_role_users(arguments, options) end

---@class (exact) logto.list_roles.arguments
---@field exclude_user_id? string leave out those that the user has
---@field exclude_application_id? string leave out those that the application has
---@field type? logto.RoleType
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List or search roles, with how many users and applications have each
---@param arguments? logto.list_roles.arguments
---@param options? logto.Options
---@return { tenantId: string, id: string, name: string, description: string, type: logto.RoleType, isDefault: boolean, usersCount: number, featuredUsers: { id: string, avatar: string, name: string }[], applicationsCount: number, featuredApplications: { id: string, name: string, type: logto.ApplicationType }[] }[]
function logto.list_roles(arguments, options) end

---@class (exact) logto.list_saml_application_metadata.arguments
---@field id string

---Get a SAML application's metadata XML, for the service provider
---@param arguments logto.list_saml_application_metadata.arguments
---@param options? logto.Options
---@return string
function logto.list_saml_application_metadata(arguments, options) end

---@class (exact) logto.list_saml_application_secrets.arguments
---@field id string

---List a SAML application's signing certificates, active or not
---@param arguments logto.list_saml_application_secrets.arguments
---@param options? logto.Options
---@return { id: string, certificate: string, createdAt: number, expiresAt: number, active: boolean, fingerprints: { sha256: { formatted: string, unformatted: string } }, fingerprint?: string, isActive?: boolean }[]
function logto.list_saml_application_secrets(arguments, options) end

---List the enterprise SSO providers that connectors can be made for
---@param arguments? table
---@param options? logto.Options
---@return ({ providerName: "OIDC"|"SAML"|"AzureAD"|"GoogleWorkspace"|"Okta"|"AzureAdOidc", providerType: "oidc"|"saml", logo: string, logoDark: string, description: string, name: string })[]
function logto.list_sso_connector_providers(arguments, options) end

---@class (exact) logto.list_sso_connectors.arguments
---@field page? integer
---@field page_size? integer

---List enterprise SSO connectors
---Without page everything comes, and no total; each and all ask for pages.
---@param arguments? logto.list_sso_connectors.arguments
---@param options? logto.Options
---@return logto.SsoConnector[]
function logto.list_sso_connectors(arguments, options) end

---@class (exact) logto.list_user_all_identities.arguments
---@field user_id string
---@field include_token_secret? string "true" adds the stored tokens

---List the social and enterprise accounts linked to a user
---@param arguments logto.list_user_all_identities.arguments
---@param options? logto.Options
---@return logto.UserIdentities
function logto.list_user_all_identities(arguments, options) end

---@class (exact) logto.list_user_custom_data.arguments
---@field user_id string

---Read a user's custom data
---One object, not a list.
---@param arguments logto.list_user_custom_data.arguments
---@param options? logto.Options
---@return table<string, any>
function logto.list_user_custom_data(arguments, options) end

---@class (exact) logto.list_user_grants.arguments
---@field user_id string
---@field app_type? "firstParty"|"thirdParty" only firstParty or thirdParty applications

---List the applications that have access to a user's account
---@param arguments logto.list_user_grants.arguments
---@param options? logto.Options
---@return { grants: logto.Grant[] }
function logto.list_user_grants(arguments, options) end

---@class (exact) logto.list_user_logto_configs.arguments
---@field user_id string

---Read a user's MFA and passkey states
---@param arguments logto.list_user_logto_configs.arguments
---@param options? logto.Options
---@return { mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } }
function logto.list_user_logto_configs(arguments, options) end

---@class (exact) logto.list_user_mfa_verifications.arguments
---@field user_id string

---List a user's second factors (MFA)
---@param arguments logto.list_user_mfa_verifications.arguments
---@param options? logto.Options
---@return ({ id: string, createdAt: string, lastUsedAt?: string, type: "Totp"|"WebAuthn"|"BackupCode"|"EmailVerificationCode"|"PhoneVerificationCode", agent?: string, name?: string, remainCodes?: number })[]
function logto.list_user_mfa_verifications(arguments, options) end

---@class (exact) logto.list_user_organizations.arguments
---@field user_id string

---List the organizations that a user is a member of, with their roles there
---@param arguments logto.list_user_organizations.arguments
---@param options? logto.Options
---@return logto.OrganizationWithRoles[]
function logto.list_user_organizations(arguments, options) end

---@class (exact) logto.list_user_personal_access_tokens.arguments
---@field user_id string

---List a user's personal access tokens with names, values and expiry
---@param arguments logto.list_user_personal_access_tokens.arguments
---@param options? logto.Options
---@return logto.PersonalAccessToken[]
function logto.list_user_personal_access_tokens(arguments, options) end

---@class (exact) logto.list_user_roles.arguments
---@field user_id string
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List the API roles of a user
---@param arguments logto.list_user_roles.arguments
---@param options? logto.Options
---@return logto.Role[]
function logto.list_user_roles(arguments, options) end

---@class (exact) logto.list_user_sessions.arguments
---@field user_id string

---List a user's open sessions (where they are signed in)
---@param arguments logto.list_user_sessions.arguments
---@param options? logto.Options
---@return { sessions: logto.Session[] }
function logto.list_user_sessions(arguments, options) end

---@class (exact) logto.list_users.arguments
---@field page? integer
---@field page_size? integer
---@field search? string|table<string, string|string[]>
---@field mode? logto.SearchMode|table<string, logto.SearchMode>
---@field joint? "and"|"or"
---@field case_sensitive? boolean
---@field search_params? table<string, string>

---List or search users by email, phone, username, name or id
---search takes a pattern for all fields or one a field (docs.read("Search")); mode, joint, case_sensitive refine it.
---@param arguments? logto.list_users.arguments
---@param options? logto.Options
---@return logto.User[]
function logto.list_users(arguments, options) end

---Turn on MFA for the signing-in user once the interaction is submitted
---@param arguments? table
---@param options? logto.Options
---@return true
function logto.mark_mfa_enabled(arguments, options) end

---@class (exact) logto.replace_application_roles.arguments
---@field application_id string
---@field roleIds string[]
---@field body? table<string, any>

---Set an application's API roles to exactly these
---Roles that are not named are taken away; only roles of type MachineToMachine.
---A set that adds no role is refused (422 entity.invalid_input): take roles away by delete_application_role.
---@param arguments logto.replace_application_roles.arguments
---@param options? logto.Options
---@return true
function logto.replace_application_roles(arguments, options) end

---@class (exact) logto.replace_application_sign_in_experience.arguments
---@field application_id string
---@field color? logto.Color
---@field branding? logto.Branding
---@field customCss? string|logto.null
---@field displayName? string|logto.null
---@field termsOfUseUrl? string|logto.null
---@field privacyPolicyUrl? string|logto.null
---@field body? table<string, any>

---Set a third-party application's own logo, name, colors and terms at sign-in
---Only third-party applications; created when there is none.
---@param arguments logto.replace_application_sign_in_experience.arguments
---@param options? logto.Options
---@return logto.ApplicationSignInExperience
function logto.replace_application_sign_in_experience(arguments, options) end

---@class (exact) logto.replace_application_user_consent_organizations.arguments
---@field id string
---@field user_id string
---@field organizationIds string[]
---@field body? table<string, any>

---Set the organizations that a user opened to a third-party application to these
---Only third-party applications; users must be members of each organization.
---Organizations that are not named are closed to it.
---@param arguments logto.replace_application_user_consent_organizations.arguments
---@param options? logto.Options
---@return true
function logto.replace_application_user_consent_organizations(arguments, options) end

---@class (exact) logto.replace_custom_phrase.arguments
---@field language_tag logto.LanguageTag
---@field body table<string, any>

---Set the wording of the sign-in pages in one language: translate or rephrase texts
---Only `body` works: a tree of texts, replaced whole; unknown structure is 422.
---@param arguments logto.replace_custom_phrase.arguments
---@param options? logto.Options
---@return { tenantId: string, id: string, languageTag: string, translation: table<string, any> }
function logto.replace_custom_phrase(arguments, options) end

---@class (exact) logto.replace_email_templates.arguments
---@field templates ({ languageTag: string, templateType: logto.EmailTemplateType, details: { subject: string, content: string, contentType?: "text/html"|"text/plain", replyTo?: string, sendFrom?: string } })[]
---@field body? table<string, any>

---Add or replace email templates (subject and content by language and purpose)
---Templates that are not named stay.
---@param arguments logto.replace_email_templates.arguments
---@param options? logto.Options
---@return logto.EmailTemplate[]
function logto.replace_email_templates(arguments, options) end

---@class (exact) logto.replace_one_time_token_status.arguments
---@field id string
---@field status "active"|"consumed"|"revoked"|"expired"
---@field body? table<string, any>

---Mark a one-time token as consumed or revoked
---@param arguments logto.replace_one_time_token_status.arguments
---@param options? logto.Options
---@return logto.OneTimeToken
function logto.replace_one_time_token_status(arguments, options) end

---@class (exact) logto.replace_organization_application_roles.arguments
---@field id string
---@field application_id string
---@field organizationRoleIds string[]
---@field body? table<string, any>

---Set an application's roles in an organization to exactly these
---@param arguments logto.replace_organization_application_roles.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_application_roles(arguments, options) end

---@class (exact) logto.replace_organization_applications.arguments
---@field id string
---@field applicationIds string[]
---@field body? table<string, any>

---Set an organization's applications to exactly these
---Applications that are not named are removed.
---@param arguments logto.replace_organization_applications.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_applications(arguments, options) end

---@class (exact) logto.replace_organization_invitation_status.arguments
---@field id string
---@field acceptedUserId? string|logto.null
---@field status "Accepted"|"Revoked"
---@field body? table<string, any>

---Accept or revoke a pending invitation
---acceptedUserId is required for Accepted, and that user's email must be the invitee.
---@param arguments logto.replace_organization_invitation_status.arguments
---@param options? logto.Options
---@return logto.OrganizationInvitation
function logto.replace_organization_invitation_status(arguments, options) end

---@class (exact) logto.replace_organization_jit_email_domains.arguments
---@field id string
---@field emailDomains string[]
---@field body? table<string, any>

---Set the email domains for joining automatically to exactly these
---@param arguments logto.replace_organization_jit_email_domains.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_jit_email_domains(arguments, options) end

---@class (exact) logto.replace_organization_jit_roles.arguments
---@field id string
---@field organizationRoleIds string[]
---@field body? table<string, any>

---Set the roles given on joining automatically to exactly these
---@param arguments logto.replace_organization_jit_roles.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_jit_roles(arguments, options) end

---@class (exact) logto.replace_organization_jit_sso_connectors.arguments
---@field id string
---@field ssoConnectorIds string[]
---@field body? table<string, any>

---Set the SSO connectors for joining automatically to exactly these
---@param arguments logto.replace_organization_jit_sso_connectors.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_jit_sso_connectors(arguments, options) end

---@class (exact) logto.replace_organization_role_resource_scopes.arguments
---@field id string
---@field scopeIds string[]
---@field body? table<string, any>

---Set an organization role's API permissions to exactly these
---@param arguments logto.replace_organization_role_resource_scopes.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_role_resource_scopes(arguments, options) end

---@class (exact) logto.replace_organization_role_scopes.arguments
---@field id string
---@field organizationScopeIds string[]
---@field body? table<string, any>

---Set an organization role's organization permissions to exactly these
---@param arguments logto.replace_organization_role_scopes.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_role_scopes(arguments, options) end

---@class (exact) logto.replace_organization_user_roles.arguments
---@field id string
---@field user_id string
---@field organizationRoleIds? string[]
---@field organizationRoleNames? string[] names instead of ids
---@field body? table<string, any>

---Set a member's roles in an organization to exactly these
---Roles that are not named are taken away.
---@param arguments logto.replace_organization_user_roles.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_user_roles(arguments, options) end

---@class (exact) logto.replace_organization_users.arguments
---@field id string
---@field userIds string[]
---@field body? table<string, any>

---Set an organization's members to exactly these
---Everybody who is not named is removed.
---@param arguments logto.replace_organization_users.arguments
---@param options? logto.Options
---@return true
function logto.replace_organization_users(arguments, options) end

---@class (exact) logto.replace_user_identity.arguments
---@field user_id string
---@field target string
---@field details? table<string, any>
---@field body? table<string, any>

---Set a user's social account of one provider
---userId inside `body` is the user's id at the provider.
---@param arguments logto.replace_user_identity.arguments
---@param options? logto.Options
---@return table<string, { userId: string, details?: table<string, any> }>
function logto.replace_user_identity(arguments, options) end

---@class (exact) logto.replace_user_roles.arguments
---@field user_id string
---@field roleIds string[]
---@field body? table<string, any>

---Set a user's API roles to exactly these
---Roles that are not named are taken away; only roles of type User.
---@param arguments logto.replace_user_roles.arguments
---@param options? logto.Options
---@return { roleIds: string[] }
function logto.replace_user_roles(arguments, options) end

---@class (exact) logto.reset_user_password.arguments
---@field password string
---@field body? table<string, any>

---Set a new password in a running password reset
---ForgotPassword interactions only.
---@param arguments logto.reset_user_password.arguments
---@param options? logto.Options
---@return true
function logto.reset_user_password(arguments, options) end

---@class (exact) logto.rotate_oidc_keys.arguments
---@field key_type "private-keys"|"cookie-keys" private-keys (signing) or cookie-keys
---@field signingKeyAlgorithm? "RSA"|"EC"
---@field rotationGracePeriod? number seconds until the new key signs
---@field body? table<string, any>

---Rotate the OIDC signing keys: a new key comes first, at most two are kept
---The oldest of three is deleted at once: what it signed stops verifying.
---@param arguments logto.rotate_oidc_keys.arguments
---@param options? logto.Options
---@return ({ id: string, createdAt: number, signingKeyAlgorithm?: "RSA"|"EC", status?: "Next"|"Current"|"Previous", effectiveAt?: number })[]
function logto.rotate_oidc_keys(arguments, options) end

---Skip binding a second factor in the running sign-in
---Only where the MFA policy leaves it to the user.
---@param arguments? table
---@param options? logto.Options
---@return true
function logto.skip_mfa_binding_flow(arguments, options) end

---Skip the suggestion to add another second factor
---@param arguments? table
---@param options? logto.Options
---@return true
function logto.skip_mfa_suggestion(arguments, options) end

---Skip adding a passkey in the running sign-in
---@param arguments? table
---@param options? logto.Options
---@return true
function logto.skip_passkey_binding(arguments, options) end

---Finish the sign-in, sign-up or password reset and get where to go next
---204 without a result after a password reset.
---403 session.mfa.require_mfa_verification: verify a second factor first.
---@param arguments? table
---@param options? logto.Options
---@return { redirectTo: string }
function logto.submit_interaction(arguments, options) end

---@class (exact) logto.test_jwt_customizer.arguments
---@field tokenType "access-token"|"client-credentials"
---@field payload? { script?: any, environmentVariables?: any, contextSample?: any, tokenSample?: any }
---@field environmentVariables? table<string, string>
---@field script string
---@field token { jti?: string, aud?: string|string[], scope?: string, clientId?: string, accountId?: string, expiresWithSession?: boolean, grantId?: string, gty?: string, sessionUid?: string, sid?: string, kind?: "AccessToken" }|{ jti?: string, aud?: string|string[], scope?: string, clientId?: string, kind?: "ClientCredentials" }
---@field context logto.JwtCustomizerContext|{ application?: { tenantId?: string, id?: string, name?: string, description?: string|logto.null, type?: logto.ApplicationType, oidcClientMetadata?: logto.OidcClientMetadata, customClientMetadata?: logto.CustomClientMetadata, protectedAppMetadata?: logto.ProtectedAppMetadata|logto.null, customData?: table<string, any>, isThirdParty?: boolean, createdAt?: number } }
---@field body? table<string, any>

---Run a custom claims script on a sample token and see the claims it would add
---@param arguments logto.test_jwt_customizer.arguments
---@param options? logto.Options
---@return table<string, any>
function logto.test_jwt_customizer(arguments, options) end

---@class (exact) logto.update_account_center_settings.arguments
---@field enabled? boolean
---@field fields? logto.AccountCenterFields
---@field webauthnRelatedOrigins? string[]
---@field deleteAccountUrl? string|logto.null
---@field customCss? string|logto.null
---@field body? table<string, any>

---Turn the account center on or off and set which fields end users may edit
---`fields` is replaced whole.
---@param arguments? logto.update_account_center_settings.arguments
---@param options? logto.Options
---@return logto.AccountCenter
function logto.update_account_center_settings(arguments, options) end

---@class (exact) logto.update_admin_console_config.arguments
---@field signInExperienceCustomized? boolean
---@field organizationCreated? boolean
---@field developmentTenantMigrationNotification? { isPaidTenant: boolean, tag: string, readAt?: number }
---@field checkedChargeNotification? { token?: boolean, apiResource?: boolean, machineToMachineApp?: boolean, tenantMember?: boolean }
---@field body? table<string, any>

---Change the admin console's own settings and milestones
---Properties that are not given stay.
---@param arguments? logto.update_admin_console_config.arguments
---@param options? logto.Options
---@return { signInExperienceCustomized: boolean, organizationCreated: boolean, developmentTenantMigrationNotification?: { isPaidTenant: boolean, tag: string, readAt?: number }, checkedChargeNotification?: { token?: boolean, apiResource?: boolean, machineToMachineApp?: boolean, tenantMember?: boolean } }
function logto.update_admin_console_config(arguments, options) end

---@class (exact) logto.update_application.arguments
---@field id string
---@field name? string
---@field description? string|logto.null
---@field oidcClientMetadata? logto.OidcClientMetadata
---@field customClientMetadata? logto.CustomClientMetadata
---@field customData? table<string, any>
---@field protectedAppMetadata? { origin?: string, sessionDuration?: number, pageRules?: { path: string }[] }|logto.null
---@field isAdmin? boolean
---@field body? table<string, any>

---Change an application: name, redirect URIs, CORS origins, token lifetimes, custom data
---Each property given is replaced whole: send all of oidcClientMetadata or customClientMetadata.
---@param arguments logto.update_application.arguments
---@param options? logto.Options
---@return logto.Application
function logto.update_application(arguments, options) end

---@class (exact) logto.update_application_custom_data.arguments
---@field application_id string
---@field body table<string, any>

---Merge keys into an application's custom data
---Merges at the top level.
---@param arguments logto.update_application_custom_data.arguments
---@param options? logto.Options
---@return table<string, any>
function logto.update_application_custom_data(arguments, options) end

---@class (exact) logto.update_application_secret.arguments
---@field id string
---@field name string
---@field body? table<string, any>

---Rename one of an application's client secrets
---`name` is the one it has; the new one goes inside `body`.
---@param arguments logto.update_application_secret.arguments
---@param options? logto.Options
---@return logto.ApplicationSecret
function logto.update_application_secret(arguments, options) end

---@class (exact) logto.update_captcha_provider.arguments
---@field config { type: "Turnstile", siteKey: string, secretKey: string }|{ type: "RecaptchaEnterprise", siteKey: string, secretKey: string, projectId: string, domain?: string, mode?: "invisible"|"checkbox" }
---@field body? table<string, any>

---Set up the captcha (bot protection) provider: Turnstile or reCAPTCHA Enterprise
---Replaces the one provider there can be.
---@param arguments logto.update_captcha_provider.arguments
---@param options? logto.Options
---@return logto.CaptchaProvider
function logto.update_captcha_provider(arguments, options) end

---@class (exact) logto.update_connector.arguments
---@field id string
---@field config? table<string, any>
---@field metadata? { target?: string, name?: table<string, any>, logo?: string, logoDark?: string|logto.null }
---@field syncProfile? boolean
---@field enableTokenStorage? boolean
---@field body? table<string, any>

---Change a connector's configuration, name or logo
---config is replaced whole: read it with get_connector first.
---@param arguments logto.update_connector.arguments
---@param options? logto.Options
---@return logto.Connector
function logto.update_connector(arguments, options) end

---@class (exact) logto.update_custom_profile_field_by_name.arguments
---@field name string
---@field type "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname"
---@field label? string
---@field description? string
---@field required boolean
---@field config? { placeholder?: string, minLength?: number, maxLength?: number }|{ placeholder?: string, minValue?: number, maxValue?: number }|{ placeholder?: string, format: string, customFormat?: string }|{ defaultValue: "true"|"false" }|{ placeholder?: string, options: { label?: string, value: string }[] }|{ placeholder?: string }|{ placeholder?: string, format: string }|{ parts: ({ enabled: boolean, type: "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minLength?: number, maxLength?: number, minValue?: number, maxValue?: number, format?: string, customFormat?: string, options?: { label?: string, value: string }[], defaultValue?: string }, name: "formatted"|"streetAddress"|"locality"|"region"|"postalCode"|"country" })[] }|{ parts: ({ enabled: boolean, type: "Text"|"Number"|"Date"|"Checkbox"|"Select"|"Url"|"Regex"|"Address"|"Fullname", label?: string, description?: string, required: boolean, config?: { placeholder?: string, minLength?: number, maxLength?: number, minValue?: number, maxValue?: number, format?: string, customFormat?: string, options?: { label?: string, value: string }[], defaultValue?: string }, name: "givenName"|"middleName"|"familyName" })[] }
---@field body? table<string, any>

---Replace the definition of a sign-up profile field
---@param arguments logto.update_custom_profile_field_by_name.arguments
---@param options? logto.Options
---@return logto.CustomProfileField
function logto.update_custom_profile_field_by_name(arguments, options) end

---@class (exact) logto.update_custom_profile_fields_sie_order.arguments
---@field order { name: string, sieOrder: number }[]
---@field body? table<string, any>

---Change the order in which sign-up shows the profile fields
---@param arguments logto.update_custom_profile_fields_sie_order.arguments
---@param options? logto.Options
---@return logto.CustomProfileField[]
function logto.update_custom_profile_fields_sie_order(arguments, options) end

---@class (exact) logto.update_email_template_details.arguments
---@field id string
---@field subject? string
---@field content? string
---@field contentType? "text/html"|"text/plain"
---@field replyTo? string
---@field sendFrom? string
---@field body? table<string, any>

---Change an email template's subject, content, sender or reply address
---Properties that are not given stay.
---@param arguments logto.update_email_template_details.arguments
---@param options? logto.Options
---@return logto.EmailTemplate
function logto.update_email_template_details(arguments, options) end

---@class (exact) logto.update_hook.arguments
---@field id string
---@field tenantId? string
---@field name? string
---@field event? "PostRegister"|"PostSignIn"|"PostSignInAdaptiveMfaTriggered"|"PostResetPassword"|"User.Created"|"User.Deleted"|"User.Data.Updated"|"User.SuspensionStatus.Updated"|"Role.Created"|"Role.Deleted"|"Role.Data.Updated"|"Role.Scopes.Updated"|"Scope.Created"|"Scope.Deleted"|"Scope.Data.Updated"|"Organization.Created"|"Organization.Deleted"|"Organization.Data.Updated"|"Organization.Membership.Updated"|"OrganizationRole.Created"|"OrganizationRole.Deleted"|"OrganizationRole.Data.Updated"|"OrganizationRole.Scopes.Updated"|"OrganizationScope.Created"|"OrganizationScope.Deleted"|"OrganizationScope.Data.Updated"|"Identifier.Lockout"|logto.null
---@field events? logto.HookEvent[]
---@field config? logto.HookConfig
---@field enabled? boolean
---@field createdAt? number
---@field body? table<string, any>

---Change a webhook's address, events or headers, or switch it on or off
---config and events are replaced whole: repeat url when changing headers.
---@param arguments logto.update_hook.arguments
---@param options? logto.Options
---@return logto.Hook
function logto.update_hook(arguments, options) end

---@class (exact) logto.update_hook_signing_key.arguments
---@field id string

---Rotate a webhook's signing key
---The old key stops working at once.
---@param arguments logto.update_hook_signing_key.arguments
---@param options? logto.Options
---@return logto.Hook
function logto.update_hook_signing_key(arguments, options) end

---@class (exact) logto.update_interaction_event.arguments
---@field interactionEvent "SignIn"|"Register"|"ForgotPassword"
---@field body? table<string, any>

---Switch the running interaction between sign-in and sign-up
---Keeps verified records; to or from ForgotPassword is 400.
---@param arguments logto.update_interaction_event.arguments
---@param options? logto.Options
---@return true
function logto.update_interaction_event(arguments, options) end

---@class (exact) logto.update_jwt_customizer.arguments
---@field token_type_path "access-token"|"client-credentials" access-token or client-credentials
---@field script? string
---@field environmentVariables? table<string, string>
---@field contextSample? table<string, any>
---@field tokenSample? table<string, any>
---@field blockIssuanceOnError? boolean
---@field body? table<string, any>

---Change parts of an existing custom claims script
---404 while none is set: upsert_jwt_customizer makes one.
---@param arguments logto.update_jwt_customizer.arguments
---@param options? logto.Options
---@return logto.JwtCustomizer
function logto.update_jwt_customizer(arguments, options) end

---@class (exact) logto.update_logto_config.arguments
---@field logto_verification_id? string
---@field mfa? { enabled?: boolean, skipped?: boolean, additionalBindingSuggestionSkipped?: boolean, skipMfaOnSignIn?: boolean }
---@field passkeySignIn? { skipped?: boolean }
---@field body? table<string, any>

---Change one's own MFA and passkey states
---@param arguments? logto.update_logto_config.arguments
---@param options? logto.Options
---@return { mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } }
function logto.update_logto_config(arguments, options) end

---@class (exact) logto.update_mfa_settings.arguments
---@field logto_verification_id? string
---@field skipMfaOnSignIn boolean true: sign-in asks for no second factor
---@field body? table<string, any>

---Choose whether sign-in asks for one's own second factor
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.update_mfa_settings.arguments
---@param options? logto.Options
---@return { skipMfaOnSignIn: boolean }
function logto.update_mfa_settings(arguments, options) end

---@class (exact) logto.update_mfa_verification_name.arguments
---@field verification_id string
---@field logto_verification_id? string
---@field name string
---@field body? table<string, any>

---Rename one of one's own passkeys
---WebAuthn only.
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.update_mfa_verification_name.arguments
---@param options? logto.Options
---@return true
function logto.update_mfa_verification_name(arguments, options) end

---@class (exact) logto.update_oidc_session_config.arguments
---@field ttl? number seconds
---@field body? table<string, any>

---Change how long OIDC sessions live
---@param arguments? logto.update_oidc_session_config.arguments
---@param options? logto.Options
---@return { ttl: number }
function logto.update_oidc_session_config(arguments, options) end

---@class (exact) logto.update_organization.arguments
---@field id string
---@field tenantId? string
---@field name? string
---@field description? string|logto.null
---@field customData? table<string, any>
---@field isMfaRequired? boolean
---@field color? logto.Color
---@field branding? logto.Branding
---@field customCss? string|logto.null
---@field createdAt? number
---@field body? table<string, any>

---Change an organization's name, description, branding, MFA rule or custom data
---Each property given is replaced whole: send all of branding, color or customData.
---@param arguments logto.update_organization.arguments
---@param options? logto.Options
---@return logto.Organization
function logto.update_organization(arguments, options) end

---@class (exact) logto.update_organization_role.arguments
---@field id string
---@field tenantId? string
---@field name? string
---@field description? string|logto.null
---@field type? logto.RoleType
---@field body? table<string, any>

---Rename or describe an organization role
---@param arguments logto.update_organization_role.arguments
---@param options? logto.Options
---@return logto.OrganizationRole
function logto.update_organization_role(arguments, options) end

---@class (exact) logto.update_organization_scope.arguments
---@field id string
---@field tenantId? string
---@field name? string
---@field description? string|logto.null
---@field body? table<string, any>

---Rename or describe an organization permission
---@param arguments logto.update_organization_scope.arguments
---@param options? logto.Options
---@return logto.OrganizationScope
function logto.update_organization_scope(arguments, options) end

---@class (exact) logto.update_other_profile.arguments
---@field logto_verification_id? string
---@field familyName? string
---@field givenName? string
---@field middleName? string
---@field nickname? string
---@field preferredUsername? string
---@field profile? string
---@field website? string
---@field gender? string
---@field birthdate? string
---@field zoneinfo? string
---@field locale? string
---@field address? logto.Address
---@field body? table<string, any>

---Change one's own profile details such as birthday, website or address
---The address needs the address scope too.
---Fields that are not given stay.
---@param arguments? logto.update_other_profile.arguments
---@param options? logto.Options
---@return logto.UserProfile
function logto.update_other_profile(arguments, options) end

---@class (exact) logto.update_password.arguments
---@field logto_verification_id? string
---@field password string
---@field body? table<string, any>

---Set one's own password
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.update_password.arguments
---@param options? logto.Options
---@return true
function logto.update_password(arguments, options) end

---@class (exact) logto.update_personal_access_token_name.arguments
---@field user_id string
---@field name string the new name
---@field currentName? string the name it has now
---@field body? table<string, any>

---Rename a user's personal access token
---@param arguments logto.update_personal_access_token_name.arguments
---@param options? logto.Options
---@return logto.PersonalAccessToken
function logto.update_personal_access_token_name(arguments, options) end

---@class (exact) logto.update_primary_email.arguments
---@field logto_verification_id? string
---@field email string
---@field newIdentifierVerificationRecordId string verified record of the new one
---@field body? table<string, any>

---Change one's own email address
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.update_primary_email.arguments
---@param options? logto.Options
---@return true
function logto.update_primary_email(arguments, options) end

---@class (exact) logto.update_primary_phone.arguments
---@field logto_verification_id? string
---@field phone string
---@field newIdentifierVerificationRecordId string verified record of the new one
---@field body? table<string, any>

---Change one's own phone number
---logto_verification_id: a verified record, as from create_verification_by_password; without it 401.
---@param arguments logto.update_primary_phone.arguments
---@param options? logto.Options
---@return true
function logto.update_primary_phone(arguments, options) end

---@class (exact) logto.update_profile.arguments
---@field logto_verification_id? string
---@field name? string|logto.null
---@field avatar? string|logto.null
---@field username? string|logto.null
---@field customData? table<string, any>
---@field body? table<string, any>

---Change one's own name, avatar, username or custom data
---Fields that are not given stay.
---logto_verification_id only to change the username.
---Removing the last identifier is refused.
---@param arguments? logto.update_profile.arguments
---@param options? logto.Options
---@return logto.MyProfile
function logto.update_profile(arguments, options) end

---@class (exact) logto.update_resource.arguments
---@field id string
---@field tenantId? string
---@field name? string
---@field accessTokenTtl? number seconds
---@field body? table<string, any>

---Rename an API or change how long its access tokens live
---Not for Logto's own API: 400.
---@param arguments logto.update_resource.arguments
---@param options? logto.Options
---@return logto.ResourceSummary
function logto.update_resource(arguments, options) end

---@class (exact) logto.update_resource_is_default.arguments
---@field id string
---@field isDefault boolean
---@field body? table<string, any>

---Make an API the tenant's default one, or not
---There is at most one default.
---@param arguments logto.update_resource_is_default.arguments
---@param options? logto.Options
---@return logto.ResourceSummary
function logto.update_resource_is_default(arguments, options) end

---@class (exact) logto.update_resource_scope.arguments
---@field resource_id string
---@field scope_id string
---@field name? string
---@field description? string|logto.null
---@field body? table<string, any>

---Rename or describe an API's permission
---@param arguments logto.update_resource_scope.arguments
---@param options? logto.Options
---@return logto.ResourceScope
function logto.update_resource_scope(arguments, options) end

---@class (exact) logto.update_role.arguments
---@field id string
---@field name? string
---@field description? string
---@field isDefault? boolean true: new users get it
---@field body? table<string, any>

---Rename or describe a role, or make it a default for new users
---@param arguments logto.update_role.arguments
---@param options? logto.Options
---@return logto.Role
function logto.update_role(arguments, options) end

---@class (exact) logto.update_saml_application.arguments
---@field id string
---@field name? string
---@field description? string|logto.null
---@field customData? table<string, any>
---@field attributeMapping? logto.SamlAttributeMapping
---@field entityId? string|logto.null
---@field acsUrl? logto.SamlAcsUrl|logto.null
---@field encryption? table<string, any>|logto.null
---@field nameIdFormat? logto.SamlNameIdFormat
---@field body? table<string, any>

---Change a SAML application: entity id, ACS address, attributes, encryption
---Each property given is replaced whole.
---@param arguments logto.update_saml_application.arguments
---@param options? logto.Options
---@return logto.SamlApplication
function logto.update_saml_application(arguments, options) end

---@class (exact) logto.update_saml_application_secret.arguments
---@field id string
---@field secret_id string
---@field active boolean
---@field body? table<string, any>

---Activate or deactivate a SAML application's signing certificate
---Activating one deactivates the others.
---@param arguments logto.update_saml_application_secret.arguments
---@param options? logto.Options
---@return { id: string, certificate: string, createdAt: number, expiresAt: number, active: boolean, fingerprints: { sha256: { formatted: string, unformatted: string } } }
function logto.update_saml_application_secret(arguments, options) end

---@class (exact) logto.update_sign_in_exp.arguments
---@field remove_unused_demo_social_connector? string "true" deletes demo connectors that no method uses
---@field tenantId? string
---@field color? { primaryColor: string, isDarkModeEnabled: boolean, darkPrimaryColor: string }
---@field branding? logto.Branding
---@field hideLogtoBranding? boolean
---@field languageInfo? logto.LanguageInfo
---@field agreeToTermsPolicy? "Automatic"|"ManualRegistrationOnly"|"Manual"
---@field signIn? logto.SignIn
---@field signUp? logto.SignUp
---@field socialSignIn? { automaticAccountLinking?: boolean, skipRequiredIdentifiers?: boolean }
---@field socialSignInConnectorTargets? string[]
---@field signInMode? "SignIn"|"Register"|"SignInAndRegister"
---@field customCss? string|logto.null
---@field customContent? table<string, string>
---@field customUiAssets? { id: string, createdAt: number }|logto.null
---@field passwordPolicy? { length?: { min?: number, max?: number }, characterTypes?: { min?: number }, rejects?: { pwned?: boolean, repetitionAndSequence?: boolean, userInfo?: boolean, words?: string[] } }
---@field mfa? logto.Mfa
---@field adaptiveMfa? { enabled?: boolean }
---@field singleSignOnEnabled? boolean
---@field captchaPolicy? { enabled?: boolean }
---@field sentinelPolicy? { maxAttempts?: number, lockoutDuration?: number }
---@field emailBlocklistPolicy? { blockDisposableAddresses?: boolean, blockSubaddressing?: boolean, customBlocklist?: string[] }
---@field forgotPasswordMethods? ("EmailVerificationCode"|"PhoneVerificationCode")[]|logto.null
---@field passkeySignIn? { enabled?: boolean, showPasskeyButton?: boolean, allowAutofill?: boolean }
---@field signUpProfileFields? { name: string }[]|logto.null
---@field termsOfUseUrl? string|logto.null
---@field privacyPolicyUrl? string|logto.null
---@field supportEmail? string|logto.null
---@field supportWebsiteUrl? string|logto.null
---@field unknownSessionRedirectUrl? string|logto.null
---@field body? table<string, any>

---Change the sign-in page: branding, colors, sign-in methods, languages, MFA, terms
---Each property given is replaced whole, and a partial `color` is refused: read with get_sign_in_exp first.
---@param arguments? logto.update_sign_in_exp.arguments
---@param options? logto.Options
---@return logto.SignInExperience
function logto.update_sign_in_exp(arguments, options) end

---@class (exact) logto.update_social_identity_access_token_by_verification_id.arguments
---@field target string
---@field logto_verification_id? string
---@field verificationRecordId string
---@field body? table<string, any>

---Renew the provider's token stored for one's own social account
---Only where the connector stores tokens.
---@param arguments logto.update_social_identity_access_token_by_verification_id.arguments
---@param options? logto.Options
---@return { access_token: string, scope?: string, token_type?: string, expires_in?: number|string }
function logto.update_social_identity_access_token_by_verification_id(arguments, options) end

---@class (exact) logto.update_sso_connector.arguments
---@field id string
---@field config? table<string, any>
---@field domains? string[]
---@field branding? { displayName?: string, logo?: string, darkLogo?: string }
---@field syncProfile? boolean
---@field connectorName? string
---@field enableTokenStorage? boolean
---@field body? table<string, any>

---Change an enterprise SSO connector's configuration, domains or branding
---config and domains are replaced whole: read with get_sso_connector first.
---@param arguments logto.update_sso_connector.arguments
---@param options? logto.Options
---@return logto.SsoConnector
function logto.update_sso_connector(arguments, options) end

---@class (exact) logto.update_user.arguments
---@field user_id string
---@field username? string|logto.null
---@field primaryEmail? string|logto.null
---@field primaryPhone? string|logto.null
---@field name? string|logto.null
---@field avatar? string|logto.null
---@field customData? table<string, any>
---@field profile? logto.UserProfile
---@field body? table<string, any>

---Change a user's username, email, phone, name, avatar, profile or custom data
---Each property given is replaced whole: update_user_custom_data and update_user_profile merge.
---null clears.
---422 such as user.username_already_in_use when an identifier is taken.
---@param arguments logto.update_user.arguments
---@param options? logto.Options
---@return logto.User
function logto.update_user(arguments, options) end

---@class (exact) logto.update_user_custom_data.arguments
---@field user_id string
---@field customData table<string, any>
---@field body? table<string, any>

---Merge keys into a user's custom data
---Merges at the top level; the object goes into `customData`.
---@param arguments logto.update_user_custom_data.arguments
---@param options? logto.Options
---@return table<string, any>
function logto.update_user_custom_data(arguments, options) end

---@class (exact) logto.update_user_is_suspended.arguments
---@field user_id string
---@field isSuspended boolean
---@field body? table<string, any>

---Suspend (block) a user, or let them in again
---A suspended user's sessions and refresh tokens end.
---@param arguments logto.update_user_is_suspended.arguments
---@param options? logto.Options
---@return logto.User
function logto.update_user_is_suspended(arguments, options) end

---@class (exact) logto.update_user_logto_configs.arguments
---@field user_id string
---@field mfa? { enabled?: boolean, skipped?: boolean, additionalBindingSuggestionSkipped?: boolean, skipMfaOnSignIn?: boolean }
---@field passkeySignIn? { skipped?: boolean }
---@field body? table<string, any>

---Change a user's MFA and passkey states
---Fields that are not given stay.
---@param arguments logto.update_user_logto_configs.arguments
---@param options? logto.Options
---@return { mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } }
function logto.update_user_logto_configs(arguments, options) end

---@class (exact) logto.update_user_password.arguments
---@field user_id string
---@field password string
---@field body? table<string, any>

---Set a user's password
---@param arguments logto.update_user_password.arguments
---@param options? logto.Options
---@return logto.User
function logto.update_user_password(arguments, options) end

---@class (exact) logto.update_user_personal_access_token.arguments
---@field user_id string
---@field name string
---@field body? table<string, any>

---Rename a user's personal access token, its name in the path
---`name` is the one it has; the new one goes inside `body`.
---@deprecated
---@param arguments logto.update_user_personal_access_token.arguments
---@param options? logto.Options
---@return logto.PersonalAccessToken
function logto.update_user_personal_access_token(arguments, options) end

---@class (exact) logto.update_user_profile.arguments
---@field user_id string
---@field profile logto.UserProfile
---@field body? table<string, any>

---Change a user's profile details (given name, birthday, address …)
---Merges at the top level.
---@param arguments logto.update_user_profile.arguments
---@param options? logto.Options
---@return logto.UserProfile
function logto.update_user_profile(arguments, options) end

---@class (exact) logto.upload_custom_ui_assets.arguments
---@field file? string|{ name?: string, type?: string, content?: string, path?: string } content is the bytes, path a file in a folder of --upload-path
---@field body? table<string, any>

---Upload a zip with one's own sign-in page (HTML, CSS, JavaScript)
---Needs a storage provider (400 storage.not_configured); then set customUiAssets with update_sign_in_exp.
---@param arguments? logto.upload_custom_ui_assets.arguments
---@param options? logto.Options
---@return { customUiAssetId: string }
function logto.upload_custom_ui_assets(arguments, options) end

---@class (exact) logto.upsert_id_token_config.arguments
---@field enabledExtendedClaims? ("custom_data"|"identities"|"sso_identities"|"roles"|"organizations"|"organization_data"|"organization_roles")[]
---@field body? table<string, any>

---Choose which extended claims (roles, organizations, custom data) ID tokens carry
---The list is replaced whole.
---@param arguments? logto.upsert_id_token_config.arguments
---@param options? logto.Options
---@return { enabledExtendedClaims?: ("custom_data"|"identities"|"sso_identities"|"roles"|"organizations"|"organization_data"|"organization_roles")[] }
function logto.upsert_id_token_config(arguments, options) end

---@class (exact) logto.upsert_jwt_customizer.arguments
---@field token_type_path "access-token"|"client-credentials" access-token or client-credentials
---@field script? string
---@field environmentVariables? table<string, string>
---@field contextSample? table<string, any>
---@field tokenSample? table<string, any>
---@field blockIssuanceOnError? boolean
---@field body? table<string, any>

---Add or replace the script that puts custom claims into access tokens
---Defines getCustomJwtClaims; try it with test_jwt_customizer first.
---@param arguments logto.upsert_jwt_customizer.arguments
---@param options? logto.Options
---@return logto.JwtCustomizer
function logto.upsert_jwt_customizer(arguments, options) end

---@class (exact) logto.verify_backup_code.arguments
---@field code string
---@field body? table<string, any>

---Check a backup code as the second factor in a sign-in
---@param arguments logto.verify_backup_code.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_backup_code(arguments, options) end

---@class (exact) logto.verify_enterprise_sso_verification.arguments
---@field connector_id string
---@field connectorData table<string, any> what the provider sent to redirectUri
---@field verificationId string
---@field body? table<string, any>

---Check what an enterprise SSO provider answered in a sign-in
---@param arguments logto.verify_enterprise_sso_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_enterprise_sso_verification(arguments, options) end

---@class (exact) logto.verify_mfa_verification_code.arguments
---@field verificationId string
---@field code string
---@field identifierType "email"|"phone"|"Email"|"Phone"
---@field body? table<string, any>

---Check a second-factor code sent by email or SMS in a sign-in
---@param arguments logto.verify_mfa_verification_code.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_mfa_verification_code(arguments, options) end

---@class (exact) logto.verify_one_time_token.arguments
---@field token string
---@field email string
---@field body? table<string, any>

---Check a one-time token of an email address and use it up
---A second time it fails: it is consumed.
---@param arguments logto.verify_one_time_token.arguments
---@param options? logto.Options
---@return logto.OneTimeToken
function logto.verify_one_time_token(arguments, options) end

---@class (exact) logto.verify_one_time_token_verification.arguments
---@field identifier { type: "email", value: string }
---@field token string
---@field body? table<string, any>

---Check a one-time token (magic link) in a sign-in
---@param arguments logto.verify_one_time_token_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_one_time_token_verification(arguments, options) end

---@class (exact) logto.verify_sign_in_passkey_authentication.arguments
---@field verificationId? string left out after create_sign_in_passkey_authentication
---@field payload logto.WebAuthnAuthenticationPayload the browser's credential
---@field body? table<string, any>

---Check a passkey's answer in a sign-in
---@param arguments logto.verify_sign_in_passkey_authentication.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_sign_in_passkey_authentication(arguments, options) end

---@class (exact) logto.verify_social_verification.arguments
---@field connector_id string
---@field connectorData table<string, any> what the provider sent to redirectUri
---@field verificationId? string
---@field body? table<string, any>

---Check what a social provider answered in a sign-in
---@param arguments logto.verify_social_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_social_verification(arguments, options) end

---@class (exact) logto.verify_totp_verification.arguments
---@field code string
---@field verificationId? string left out: the factor the user has; given: a new secret
---@field body? table<string, any>

---Check an authenticator app's code in a sign-in
---@param arguments logto.verify_totp_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_totp_verification(arguments, options) end

---@class (exact) logto.verify_user_password.arguments
---@field user_id string
---@field password string
---@field body? table<string, any>

---Check whether a password is the user's
---Right: true; wrong: 422 session.invalid_credentials.
---@param arguments logto.verify_user_password.arguments
---@param options? logto.Options
---@return true
function logto.verify_user_password(arguments, options) end

---@class (exact) logto.verify_verification_by_social.arguments
---@field logto_verification_id? string
---@field connectorData table<string, any> what the provider sent to redirectUri
---@field verificationRecordId string
---@field verificationId? string
---@field body? table<string, any>

---Finish proving a social account from what the provider answered
---@param arguments logto.verify_verification_by_social.arguments
---@param options? logto.Options
---@return { verificationRecordId: string }
function logto.verify_verification_by_social(arguments, options) end

---@class (exact) logto.verify_verification_by_verification_code.arguments
---@field logto_verification_id? string
---@field identifier { type: "email", value: string }|{ type: "phone", value: string }
---@field verificationId string
---@field code string
---@field body? table<string, any>

---Check the code of a verification record for one's own account
---Wrong: 400 verification_code.code_mismatch.
---@param arguments logto.verify_verification_by_verification_code.arguments
---@param options? logto.Options
---@return { verificationRecordId: string }
function logto.verify_verification_by_verification_code(arguments, options) end

---@class (exact) logto.verify_verification_code.arguments
---@field email? string
---@field verificationCode string
---@field phone? string
---@field body? table<string, any>

---Check a code that create_verification_code sent
---Wrong: 400 verification_code.code_mismatch; give the same email or phone.
---@param arguments logto.verify_verification_code.arguments
---@param options? logto.Options
---@return true
function logto.verify_verification_code(arguments, options) end

---@class (exact) logto.verify_verification_code_verification.arguments
---@field identifier { type: "email", value: string }|{ type: "phone", value: string }
---@field verificationId string
---@field code string
---@field body? table<string, any>

---Check a code sent by email or SMS in a sign-in
---The same identifier as the code was sent to.
---@param arguments logto.verify_verification_code_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_verification_code_verification(arguments, options) end

---@class (exact) logto.verify_web_authn_authentication_verification.arguments
---@field verificationId string
---@field payload logto.WebAuthnAuthenticationPayload the browser's credential
---@field body? table<string, any>

---Check a WebAuthn answer as the second factor in a sign-in
---@param arguments logto.verify_web_authn_authentication_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_web_authn_authentication_verification(arguments, options) end

---@class (exact) logto.verify_web_authn_registration.arguments
---@field logto_verification_id? string
---@field verificationRecordId string
---@field payload logto.WebAuthnRegistrationPayload the browser's credential
---@field body? table<string, any>

---Check a WebAuthn registration for one's own account
---@param arguments logto.verify_web_authn_registration.arguments
---@param options? logto.Options
---@return { verificationRecordId: string }
function logto.verify_web_authn_registration(arguments, options) end

---@class (exact) logto.verify_web_authn_registration_verification.arguments
---@field verificationId string
---@field payload logto.WebAuthnRegistrationPayload the browser's credential
---@field body? table<string, any>

---Check a WebAuthn registration in a sign-in
---@param arguments logto.verify_web_authn_registration_verification.arguments
---@param options? logto.Options
---@return { verificationId: string }
function logto.verify_web_authn_registration_verification(arguments, options) end

logto.logto_add_mfa_verification = logto.add_mfa_verification
logto.logto_add_one_time_tokens = logto.add_one_time_tokens
logto.logto_add_organization_applications = logto.add_organization_applications
logto.logto_add_organization_users = logto.add_organization_users
logto.logto_add_user_identities = logto.add_user_identities
logto.logto_add_user_profile = logto.add_user_profile
logto.logto_assert_saml = logto.assert_saml
logto.logto_assert_single_sign_on_saml = logto.assert_single_sign_on_saml
logto.logto_assign_application_roles = logto.assign_application_roles
logto.logto_assign_organization_roles_to_application = logto.assign_organization_roles_to_application
logto.logto_assign_organization_roles_to_applications = logto.assign_organization_roles_to_applications
logto.logto_assign_organization_roles_to_user = logto.assign_organization_roles_to_user
logto.logto_assign_organization_roles_to_users = logto.assign_organization_roles_to_users
logto.logto_assign_user_roles = logto.assign_user_roles
logto.logto_bind_mfa_verification = logto.bind_mfa_verification
logto.logto_bind_passkey = logto.bind_passkey
logto.logto_check_password_with_default_sign_in_experience = logto.check_password_with_default_sign_in_experience
logto.logto_cleanup_domains = logto.cleanup_domains
logto.logto_create_and_send_mfa_verification_code = logto.create_and_send_mfa_verification_code
logto.logto_create_and_send_verification_code = logto.create_and_send_verification_code
logto.logto_create_application = logto.create_application
logto.logto_create_application_protected_app_metadata_custom_domain = logto.create_application_protected_app_metadata_custom_domain
logto.logto_create_application_secret = logto.create_application_secret
logto.logto_create_application_user_consent_organization = logto.create_application_user_consent_organization
logto.logto_create_application_user_consent_scope = logto.create_application_user_consent_scope
logto.logto_create_connector = logto.create_connector
logto.logto_create_connector_authorization_uri = logto.create_connector_authorization_uri
logto.logto_create_connector_test = logto.create_connector_test
logto.logto_create_custom_profile_field = logto.create_custom_profile_field
logto.logto_create_custom_profile_fields_batch = logto.create_custom_profile_fields_batch
logto.logto_create_domain = logto.create_domain
logto.logto_create_enterprise_sso_verification = logto.create_enterprise_sso_verification
logto.logto_create_hook = logto.create_hook
logto.logto_create_hook_test = logto.create_hook_test
logto.logto_create_new_password_identity_verification = logto.create_new_password_identity_verification
logto.logto_create_or_replace_totp_mfa_verification = logto.create_or_replace_totp_mfa_verification
logto.logto_create_organization = logto.create_organization
logto.logto_create_organization_invitation = logto.create_organization_invitation
logto.logto_create_organization_invitation_message = logto.create_organization_invitation_message
logto.logto_create_organization_jit_email_domain = logto.create_organization_jit_email_domain
logto.logto_create_organization_jit_role = logto.create_organization_jit_role
logto.logto_create_organization_jit_sso_connector = logto.create_organization_jit_sso_connector
logto.logto_create_organization_role = logto.create_organization_role
logto.logto_create_organization_role_resource_scope = logto.create_organization_role_resource_scope
logto.logto_create_organization_role_scope = logto.create_organization_role_scope
logto.logto_create_organization_scope = logto.create_organization_scope
logto.logto_create_password_verification = logto.create_password_verification
logto.logto_create_resource = logto.create_resource
logto.logto_create_resource_scope = logto.create_resource_scope
logto.logto_create_role = logto.create_role
logto.logto_create_role_application = logto.create_role_application
logto.logto_create_role_scope = logto.create_role_scope
logto.logto_create_role_user = logto.create_role_user
logto.logto_create_saml_application = logto.create_saml_application
logto.logto_create_saml_application_secret = logto.create_saml_application_secret
logto.logto_create_saml_authn = logto.create_saml_authn
logto.logto_create_sign_in_passkey_authentication = logto.create_sign_in_passkey_authentication
logto.logto_create_sign_in_passkey_authentication_with_identifier = logto.create_sign_in_passkey_authentication_with_identifier
logto.logto_create_social_verification = logto.create_social_verification
logto.logto_create_sso_connector = logto.create_sso_connector
logto.logto_create_subject_token = logto.create_subject_token
logto.logto_create_totp_secret = logto.create_totp_secret
logto.logto_create_user = logto.create_user
logto.logto_create_user_asset = logto.create_user_asset
logto.logto_create_user_identity = logto.create_user_identity
logto.logto_create_user_mfa_verification = logto.create_user_mfa_verification
logto.logto_create_user_personal_access_token = logto.create_user_personal_access_token
logto.logto_create_verification_by_password = logto.create_verification_by_password
logto.logto_create_verification_by_social = logto.create_verification_by_social
logto.logto_create_verification_by_verification_code = logto.create_verification_by_verification_code
logto.logto_create_verification_code = logto.create_verification_code
logto.logto_create_web_authn_authentication_verification = logto.create_web_authn_authentication_verification
logto.logto_create_web_authn_registration_verification = logto.create_web_authn_registration_verification
logto.logto_delete_application = logto.delete_application
logto.logto_delete_application_legacy_secret = logto.delete_application_legacy_secret
logto.logto_delete_application_protected_app_metadata_custom_domain = logto.delete_application_protected_app_metadata_custom_domain
logto.logto_delete_application_role = logto.delete_application_role
logto.logto_delete_application_secret = logto.delete_application_secret
logto.logto_delete_application_user_consent_organization = logto.delete_application_user_consent_organization
logto.logto_delete_application_user_consent_scope = logto.delete_application_user_consent_scope
logto.logto_delete_captcha_provider = logto.delete_captcha_provider
logto.logto_delete_connector = logto.delete_connector
logto.logto_delete_custom_phrase = logto.delete_custom_phrase
logto.logto_delete_custom_profile_field_by_name = logto.delete_custom_profile_field_by_name
logto.logto_delete_domain = logto.delete_domain
logto.logto_delete_email_template = logto.delete_email_template
logto.logto_delete_email_templates = logto.delete_email_templates
logto.logto_delete_grant_by_id = logto.delete_grant_by_id
logto.logto_delete_hook = logto.delete_hook
logto.logto_delete_identity = logto.delete_identity
logto.logto_delete_jwt_customizer = logto.delete_jwt_customizer
logto.logto_delete_mfa_verification = logto.delete_mfa_verification
logto.logto_delete_oidc_key = logto.delete_oidc_key
logto.logto_delete_one_time_token = logto.delete_one_time_token
logto.logto_delete_organization = logto.delete_organization
logto.logto_delete_organization_application = logto.delete_organization_application
logto.logto_delete_organization_application_role = logto.delete_organization_application_role
logto.logto_delete_organization_invitation = logto.delete_organization_invitation
logto.logto_delete_organization_jit_email_domain = logto.delete_organization_jit_email_domain
logto.logto_delete_organization_jit_role = logto.delete_organization_jit_role
logto.logto_delete_organization_jit_sso_connector = logto.delete_organization_jit_sso_connector
logto.logto_delete_organization_role = logto.delete_organization_role
logto.logto_delete_organization_role_resource_scope = logto.delete_organization_role_resource_scope
logto.logto_delete_organization_role_scope = logto.delete_organization_role_scope
logto.logto_delete_organization_scope = logto.delete_organization_scope
logto.logto_delete_organization_user = logto.delete_organization_user
logto.logto_delete_organization_user_role = logto.delete_organization_user_role
logto.logto_delete_personal_access_token_post = logto.delete_personal_access_token_post
logto.logto_delete_primary_email = logto.delete_primary_email
logto.logto_delete_primary_phone = logto.delete_primary_phone
logto.logto_delete_resource = logto.delete_resource
logto.logto_delete_resource_scope = logto.delete_resource_scope
logto.logto_delete_role = logto.delete_role
logto.logto_delete_role_application = logto.delete_role_application
logto.logto_delete_role_scope = logto.delete_role_scope
logto.logto_delete_role_user = logto.delete_role_user
logto.logto_delete_saml_application = logto.delete_saml_application
logto.logto_delete_saml_application_secret = logto.delete_saml_application_secret
logto.logto_delete_secret = logto.delete_secret
logto.logto_delete_sentinel_activities = logto.delete_sentinel_activities
logto.logto_delete_session_by_id = logto.delete_session_by_id
logto.logto_delete_sso_connector = logto.delete_sso_connector
logto.logto_delete_user = logto.delete_user
logto.logto_delete_user_grant = logto.delete_user_grant
logto.logto_delete_user_identity = logto.delete_user_identity
logto.logto_delete_user_mfa_verification = logto.delete_user_mfa_verification
logto.logto_delete_user_personal_access_token = logto.delete_user_personal_access_token
logto.logto_delete_user_role = logto.delete_user_role
logto.logto_delete_user_session = logto.delete_user_session
logto.logto_generate_backup_codes = logto.generate_backup_codes
logto.logto_generate_my_account_backup_codes = logto.generate_my_account_backup_codes
logto.logto_generate_totp_secret = logto.generate_totp_secret
logto.logto_generate_web_authn_registration_options = logto.generate_web_authn_registration_options
logto.logto_get_account_center_settings = logto.get_account_center_settings
logto.logto_get_active_user_counts = logto.get_active_user_counts
logto.logto_get_admin_console_config = logto.get_admin_console_config
logto.logto_get_application = logto.get_application
logto.logto_get_application_sign_in_experience = logto.get_application_sign_in_experience
logto.logto_get_backup_codes = logto.get_backup_codes
logto.logto_get_captcha_provider = logto.get_captcha_provider
logto.logto_get_connector = logto.get_connector
logto.logto_get_connector_factory = logto.get_connector_factory
logto.logto_get_custom_phrase = logto.get_custom_phrase
logto.logto_get_custom_profile_field_by_name = logto.get_custom_profile_field_by_name
logto.logto_get_domain = logto.get_domain
logto.logto_get_email_template = logto.get_email_template
logto.logto_get_enabled_sso_connectors = logto.get_enabled_sso_connectors
logto.logto_get_enterprise_sso_identity_access_token = logto.get_enterprise_sso_identity_access_token
logto.logto_get_grants = logto.get_grants
logto.logto_get_hasura_auth = logto.get_hasura_auth
logto.logto_get_hook = logto.get_hook
logto.logto_get_id_token_config = logto.get_id_token_config
logto.logto_get_interaction = logto.get_interaction
logto.logto_get_jwt_customizer = logto.get_jwt_customizer
logto.logto_get_log = logto.get_log
logto.logto_get_logto_config = logto.get_logto_config
logto.logto_get_mfa_settings = logto.get_mfa_settings
logto.logto_get_mfa_verifications = logto.get_mfa_verifications
logto.logto_get_new_user_counts = logto.get_new_user_counts
logto.logto_get_oidc_keys = logto.get_oidc_keys
logto.logto_get_oidc_session_config = logto.get_oidc_session_config
logto.logto_get_one_time_token = logto.get_one_time_token
logto.logto_get_organization = logto.get_organization
logto.logto_get_organization_invitation = logto.get_organization_invitation
logto.logto_get_organization_role = logto.get_organization_role
logto.logto_get_organization_scope = logto.get_organization_scope
logto.logto_get_profile = logto.get_profile
logto.logto_get_resource = logto.get_resource
logto.logto_get_role = logto.get_role
logto.logto_get_saml_application = logto.get_saml_application
logto.logto_get_saml_application_callback = logto.get_saml_application_callback
logto.logto_get_saml_authn = logto.get_saml_authn
logto.logto_get_sessions = logto.get_sessions
logto.logto_get_sign_in_exp = logto.get_sign_in_exp
logto.logto_get_sign_in_experience_config = logto.get_sign_in_experience_config
logto.logto_get_sign_in_experience_phrases = logto.get_sign_in_experience_phrases
logto.logto_get_social_identity_access_token = logto.get_social_identity_access_token
logto.logto_get_sso_connector = logto.get_sso_connector
logto.logto_get_status = logto.get_status
logto.logto_get_swagger_json = logto.get_swagger_json
logto.logto_get_system_application_config = logto.get_system_application_config
logto.logto_get_total_user_count = logto.get_total_user_count
logto.logto_get_user = logto.get_user
logto.logto_get_user_asset_service_status = logto.get_user_asset_service_status
logto.logto_get_user_has_password = logto.get_user_has_password
logto.logto_get_user_identity = logto.get_user_identity
logto.logto_get_user_session = logto.get_user_session
logto.logto_get_user_sso_identity = logto.get_user_sso_identity
logto.logto_get_well_known_account_center = logto.get_well_known_account_center
logto.logto_get_well_known_experience = logto.get_well_known_experience
logto.logto_get_well_known_experience_openapi_json = logto.get_well_known_experience_openapi_json
logto.logto_get_well_known_management_openapi_json = logto.get_well_known_management_openapi_json
logto.logto_get_well_known_user_openapi_json = logto.get_well_known_user_openapi_json
logto.logto_identify_user = logto.identify_user
logto.logto_init_interaction = logto.init_interaction
logto.logto_list_application_organizations = logto.list_application_organizations
logto.logto_list_application_protected_app_metadata_custom_domains = logto.list_application_protected_app_metadata_custom_domains
logto.logto_list_application_roles = logto.list_application_roles
logto.logto_list_application_secrets = logto.list_application_secrets
logto.logto_list_application_user_consent_organizations = logto.list_application_user_consent_organizations
logto.logto_list_application_user_consent_scopes = logto.list_application_user_consent_scopes
logto.logto_list_applications = logto.list_applications
logto.logto_list_connector_factories = logto.list_connector_factories
logto.logto_list_connectors = logto.list_connectors
logto.logto_list_custom_phrases = logto.list_custom_phrases
logto.logto_list_custom_profile_fields = logto.list_custom_profile_fields
logto.logto_list_domains = logto.list_domains
logto.logto_list_email_templates = logto.list_email_templates
logto.logto_list_hook_recent_logs = logto.list_hook_recent_logs
logto.logto_list_hooks = logto.list_hooks
logto.logto_list_jwt_customizers = logto.list_jwt_customizers
logto.logto_list_logs = logto.list_logs
logto.logto_list_one_time_tokens = logto.list_one_time_tokens
logto.logto_list_organization_application_roles = logto.list_organization_application_roles
logto.logto_list_organization_applications = logto.list_organization_applications
logto.logto_list_organization_invitations = logto.list_organization_invitations
logto.logto_list_organization_jit_email_domains = logto.list_organization_jit_email_domains
logto.logto_list_organization_jit_roles = logto.list_organization_jit_roles
logto.logto_list_organization_jit_sso_connectors = logto.list_organization_jit_sso_connectors
logto.logto_list_organization_role_resource_scopes = logto.list_organization_role_resource_scopes
logto.logto_list_organization_role_scopes = logto.list_organization_role_scopes
logto.logto_list_organization_roles = logto.list_organization_roles
logto.logto_list_organization_scopes = logto.list_organization_scopes
logto.logto_list_organization_user_roles = logto.list_organization_user_roles
logto.logto_list_organization_user_scopes = logto.list_organization_user_scopes
logto.logto_list_organization_users = logto.list_organization_users
logto.logto_list_organizations = logto.list_organizations
logto.logto_list_resource_scopes = logto.list_resource_scopes
logto.logto_list_resources = logto.list_resources
logto.logto_list_role_applications = logto.list_role_applications
logto.logto_list_role_scopes = logto.list_role_scopes
logto.logto_list_role_users = logto.list_role_users
logto.logto_list_roles = logto.list_roles
logto.logto_list_saml_application_metadata = logto.list_saml_application_metadata
logto.logto_list_saml_application_secrets = logto.list_saml_application_secrets
logto.logto_list_sso_connector_providers = logto.list_sso_connector_providers
logto.logto_list_sso_connectors = logto.list_sso_connectors
logto.logto_list_user_all_identities = logto.list_user_all_identities
logto.logto_list_user_custom_data = logto.list_user_custom_data
logto.logto_list_user_grants = logto.list_user_grants
logto.logto_list_user_logto_configs = logto.list_user_logto_configs
logto.logto_list_user_mfa_verifications = logto.list_user_mfa_verifications
logto.logto_list_user_organizations = logto.list_user_organizations
logto.logto_list_user_personal_access_tokens = logto.list_user_personal_access_tokens
logto.logto_list_user_roles = logto.list_user_roles
logto.logto_list_user_sessions = logto.list_user_sessions
logto.logto_list_users = logto.list_users
logto.logto_mark_mfa_enabled = logto.mark_mfa_enabled
logto.logto_replace_application_roles = logto.replace_application_roles
logto.logto_replace_application_sign_in_experience = logto.replace_application_sign_in_experience
logto.logto_replace_application_user_consent_organizations = logto.replace_application_user_consent_organizations
logto.logto_replace_custom_phrase = logto.replace_custom_phrase
logto.logto_replace_email_templates = logto.replace_email_templates
logto.logto_replace_one_time_token_status = logto.replace_one_time_token_status
logto.logto_replace_organization_application_roles = logto.replace_organization_application_roles
logto.logto_replace_organization_applications = logto.replace_organization_applications
logto.logto_replace_organization_invitation_status = logto.replace_organization_invitation_status
logto.logto_replace_organization_jit_email_domains = logto.replace_organization_jit_email_domains
logto.logto_replace_organization_jit_roles = logto.replace_organization_jit_roles
logto.logto_replace_organization_jit_sso_connectors = logto.replace_organization_jit_sso_connectors
logto.logto_replace_organization_role_resource_scopes = logto.replace_organization_role_resource_scopes
logto.logto_replace_organization_role_scopes = logto.replace_organization_role_scopes
logto.logto_replace_organization_user_roles = logto.replace_organization_user_roles
logto.logto_replace_organization_users = logto.replace_organization_users
logto.logto_replace_user_identity = logto.replace_user_identity
logto.logto_replace_user_roles = logto.replace_user_roles
logto.logto_reset_user_password = logto.reset_user_password
logto.logto_rotate_oidc_keys = logto.rotate_oidc_keys
logto.logto_skip_mfa_binding_flow = logto.skip_mfa_binding_flow
logto.logto_skip_mfa_suggestion = logto.skip_mfa_suggestion
logto.logto_skip_passkey_binding = logto.skip_passkey_binding
logto.logto_submit_interaction = logto.submit_interaction
logto.logto_test_jwt_customizer = logto.test_jwt_customizer
logto.logto_update_account_center_settings = logto.update_account_center_settings
logto.logto_update_admin_console_config = logto.update_admin_console_config
logto.logto_update_application = logto.update_application
logto.logto_update_application_custom_data = logto.update_application_custom_data
logto.logto_update_application_secret = logto.update_application_secret
logto.logto_update_captcha_provider = logto.update_captcha_provider
logto.logto_update_connector = logto.update_connector
logto.logto_update_custom_profile_field_by_name = logto.update_custom_profile_field_by_name
logto.logto_update_custom_profile_fields_sie_order = logto.update_custom_profile_fields_sie_order
logto.logto_update_email_template_details = logto.update_email_template_details
logto.logto_update_hook = logto.update_hook
logto.logto_update_hook_signing_key = logto.update_hook_signing_key
logto.logto_update_interaction_event = logto.update_interaction_event
logto.logto_update_jwt_customizer = logto.update_jwt_customizer
logto.logto_update_logto_config = logto.update_logto_config
logto.logto_update_mfa_settings = logto.update_mfa_settings
logto.logto_update_mfa_verification_name = logto.update_mfa_verification_name
logto.logto_update_oidc_session_config = logto.update_oidc_session_config
logto.logto_update_organization = logto.update_organization
logto.logto_update_organization_role = logto.update_organization_role
logto.logto_update_organization_scope = logto.update_organization_scope
logto.logto_update_other_profile = logto.update_other_profile
logto.logto_update_password = logto.update_password
logto.logto_update_personal_access_token_name = logto.update_personal_access_token_name
logto.logto_update_primary_email = logto.update_primary_email
logto.logto_update_primary_phone = logto.update_primary_phone
logto.logto_update_profile = logto.update_profile
logto.logto_update_resource = logto.update_resource
logto.logto_update_resource_is_default = logto.update_resource_is_default
logto.logto_update_resource_scope = logto.update_resource_scope
logto.logto_update_role = logto.update_role
logto.logto_update_saml_application = logto.update_saml_application
logto.logto_update_saml_application_secret = logto.update_saml_application_secret
logto.logto_update_sign_in_exp = logto.update_sign_in_exp
logto.logto_update_social_identity_access_token_by_verification_id = logto.update_social_identity_access_token_by_verification_id
logto.logto_update_sso_connector = logto.update_sso_connector
logto.logto_update_user = logto.update_user
logto.logto_update_user_custom_data = logto.update_user_custom_data
logto.logto_update_user_is_suspended = logto.update_user_is_suspended
logto.logto_update_user_logto_configs = logto.update_user_logto_configs
logto.logto_update_user_password = logto.update_user_password
logto.logto_update_user_personal_access_token = logto.update_user_personal_access_token
logto.logto_update_user_profile = logto.update_user_profile
logto.logto_upload_custom_ui_assets = logto.upload_custom_ui_assets
logto.logto_upsert_id_token_config = logto.upsert_id_token_config
logto.logto_upsert_jwt_customizer = logto.upsert_jwt_customizer
logto.logto_verify_backup_code = logto.verify_backup_code
logto.logto_verify_enterprise_sso_verification = logto.verify_enterprise_sso_verification
logto.logto_verify_mfa_verification_code = logto.verify_mfa_verification_code
logto.logto_verify_one_time_token = logto.verify_one_time_token
logto.logto_verify_one_time_token_verification = logto.verify_one_time_token_verification
logto.logto_verify_sign_in_passkey_authentication = logto.verify_sign_in_passkey_authentication
logto.logto_verify_social_verification = logto.verify_social_verification
logto.logto_verify_totp_verification = logto.verify_totp_verification
logto.logto_verify_user_password = logto.verify_user_password
logto.logto_verify_verification_by_social = logto.verify_verification_by_social
logto.logto_verify_verification_by_verification_code = logto.verify_verification_by_verification_code
logto.logto_verify_verification_code = logto.verify_verification_code
logto.logto_verify_verification_code_verification = logto.verify_verification_code_verification
logto.logto_verify_web_authn_authentication_verification = logto.verify_web_authn_authentication_verification
logto.logto_verify_web_authn_registration = logto.verify_web_authn_registration
logto.logto_verify_web_authn_registration_verification = logto.verify_web_authn_registration_verification

---@class logto.try
---@field add_mfa_verification fun(arguments?: logto.add_mfa_verification.arguments, options?: logto.Options): (true)?, logto.Error?
---@field add_one_time_tokens fun(arguments?: logto.add_one_time_tokens.arguments, options?: logto.Options): (logto.OneTimeToken)?, logto.Error?
---@field add_organization_applications fun(arguments?: logto.add_organization_applications.arguments, options?: logto.Options): (true)?, logto.Error?
---@field add_organization_users fun(arguments?: logto.add_organization_users.arguments, options?: logto.Options): ({ userIds: string[] })?, logto.Error?
---@field add_user_identities fun(arguments?: logto.add_user_identities.arguments, options?: logto.Options): (true)?, logto.Error?
---@field add_user_profile fun(arguments?: logto.add_user_profile.arguments, options?: logto.Options): (true)?, logto.Error?
---@field assert_saml fun(arguments?: logto.assert_saml.arguments, options?: logto.Options): ({ status: integer, location: string })?, logto.Error?
---@field assert_single_sign_on_saml fun(arguments?: logto.assert_single_sign_on_saml.arguments, options?: logto.Options): ({ status: integer, location: string })?, logto.Error?
---@field assign_application_roles fun(arguments?: logto.assign_application_roles.arguments, options?: logto.Options): (true)?, logto.Error?
---@field assign_organization_roles_to_application fun(arguments?: logto.assign_organization_roles_to_application.arguments, options?: logto.Options): (true)?, logto.Error?
---@field assign_organization_roles_to_applications fun(arguments?: logto.assign_organization_roles_to_applications.arguments, options?: logto.Options): (true)?, logto.Error?
---@field assign_organization_roles_to_user fun(arguments?: logto.assign_organization_roles_to_user.arguments, options?: logto.Options): ({ organizationRoleIds: string[] })?, logto.Error?
---@field assign_organization_roles_to_users fun(arguments?: logto.assign_organization_roles_to_users.arguments, options?: logto.Options): (true)?, logto.Error?
---@field assign_user_roles fun(arguments?: logto.assign_user_roles.arguments, options?: logto.Options): ({ roleIds: string[], addedRoleIds: string[] })?, logto.Error?
---@field bind_mfa_verification fun(arguments?: logto.bind_mfa_verification.arguments, options?: logto.Options): (true)?, logto.Error?
---@field bind_passkey fun(arguments?: logto.bind_passkey.arguments, options?: logto.Options): (true)?, logto.Error?
---@field check_password_with_default_sign_in_experience fun(arguments?: logto.check_password_with_default_sign_in_experience.arguments, options?: logto.Options): ({ result: boolean }|{ result: boolean, issues: { code: string, interpolation?: table<string, any> }[] })?, logto.Error?
---@field cleanup_domains fun(arguments?: logto.cleanup_domains.arguments, options?: logto.Options): ({ scannedCount: number, deletedCount: number, skippedActiveCount: number, failedCount: number })?, logto.Error?
---@field create_and_send_mfa_verification_code fun(arguments?: logto.create_and_send_mfa_verification_code.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field create_and_send_verification_code fun(arguments?: logto.create_and_send_verification_code.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field create_application fun(arguments?: logto.create_application.arguments, options?: logto.Options): (logto.Application)?, logto.Error?
---@field create_application_protected_app_metadata_custom_domain fun(arguments?: logto.create_application_protected_app_metadata_custom_domain.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_application_secret fun(arguments?: logto.create_application_secret.arguments, options?: logto.Options): (logto.ApplicationSecret)?, logto.Error?
---@field create_application_user_consent_organization fun(arguments?: logto.create_application_user_consent_organization.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_application_user_consent_scope fun(arguments?: logto.create_application_user_consent_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_connector fun(arguments?: logto.create_connector.arguments, options?: logto.Options): (logto.Connector)?, logto.Error?
---@field create_connector_authorization_uri fun(arguments?: logto.create_connector_authorization_uri.arguments, options?: logto.Options): ({ redirectTo: string, redirectUri?: string })?, logto.Error?
---@field create_connector_test fun(arguments?: logto.create_connector_test.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_custom_profile_field fun(arguments?: logto.create_custom_profile_field.arguments, options?: logto.Options): (logto.CustomProfileField)?, logto.Error?
---@field create_custom_profile_fields_batch fun(arguments?: logto.create_custom_profile_fields_batch.arguments, options?: logto.Options): (logto.CustomProfileField[])?, logto.Error?
---@field create_domain fun(arguments?: logto.create_domain.arguments, options?: logto.Options): (logto.Domain)?, logto.Error?
---@field create_enterprise_sso_verification fun(arguments?: logto.create_enterprise_sso_verification.arguments, options?: logto.Options): ({ authorizationUri: string, verificationId: string })?, logto.Error?
---@field create_hook fun(arguments?: logto.create_hook.arguments, options?: logto.Options): (logto.Hook)?, logto.Error?
---@field create_hook_test fun(arguments?: logto.create_hook_test.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_new_password_identity_verification fun(arguments?: logto.create_new_password_identity_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field create_or_replace_totp_mfa_verification fun(arguments?: logto.create_or_replace_totp_mfa_verification.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_organization fun(arguments?: logto.create_organization.arguments, options?: logto.Options): (logto.Organization)?, logto.Error?
---@field create_organization_invitation fun(arguments?: logto.create_organization_invitation.arguments, options?: logto.Options): (logto.OrganizationInvitation)?, logto.Error?
---@field create_organization_invitation_message fun(arguments?: logto.create_organization_invitation_message.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_organization_jit_email_domain fun(arguments?: logto.create_organization_jit_email_domain.arguments, options?: logto.Options): ({ tenantId: string, organizationId: string, emailDomain: string })?, logto.Error?
---@field create_organization_jit_role fun(arguments?: logto.create_organization_jit_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_organization_jit_sso_connector fun(arguments?: logto.create_organization_jit_sso_connector.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_organization_role fun(arguments?: logto.create_organization_role.arguments, options?: logto.Options): (logto.OrganizationRole)?, logto.Error?
---@field create_organization_role_resource_scope fun(arguments?: logto.create_organization_role_resource_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_organization_role_scope fun(arguments?: logto.create_organization_role_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_organization_scope fun(arguments?: logto.create_organization_scope.arguments, options?: logto.Options): (logto.OrganizationScope)?, logto.Error?
---@field create_password_verification fun(arguments?: logto.create_password_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field create_resource fun(arguments?: logto.create_resource.arguments, options?: logto.Options): (logto.Resource)?, logto.Error?
---@field create_resource_scope fun(arguments?: logto.create_resource_scope.arguments, options?: logto.Options): (logto.ResourceScope)?, logto.Error?
---@field create_role fun(arguments?: logto.create_role.arguments, options?: logto.Options): (logto.Role)?, logto.Error?
---@field create_role_application fun(arguments?: logto.create_role_application.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_role_scope fun(arguments?: logto.create_role_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_role_user fun(arguments?: logto.create_role_user.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_saml_application fun(arguments?: logto.create_saml_application.arguments, options?: logto.Options): (logto.SamlApplication)?, logto.Error?
---@field create_saml_application_secret fun(arguments?: logto.create_saml_application_secret.arguments, options?: logto.Options): ({ id: string, certificate: string, createdAt: number, expiresAt: number, active: boolean, fingerprints: { sha256: { formatted: string, unformatted: string } } })?, logto.Error?
---@field create_saml_authn fun(arguments?: logto.create_saml_authn.arguments, options?: logto.Options): ({ status: integer, location: string })?, logto.Error?
---@field create_sign_in_passkey_authentication fun(arguments?: table, options?: logto.Options): ({ authenticationOptions: logto.WebAuthnAuthenticationOptions })?, logto.Error?
---@field create_sign_in_passkey_authentication_with_identifier fun(arguments?: logto.create_sign_in_passkey_authentication_with_identifier.arguments, options?: logto.Options): ({ verificationId: string, authenticationOptions: logto.WebAuthnAuthenticationOptions })?, logto.Error?
---@field create_social_verification fun(arguments?: logto.create_social_verification.arguments, options?: logto.Options): ({ authorizationUri: string, verificationId: string })?, logto.Error?
---@field create_sso_connector fun(arguments?: logto.create_sso_connector.arguments, options?: logto.Options): (logto.SsoConnectorSettings)?, logto.Error?
---@field create_subject_token fun(arguments?: logto.create_subject_token.arguments, options?: logto.Options): ({ subjectToken: string, expiresIn: number })?, logto.Error?
---@field create_totp_secret fun(arguments?: table, options?: logto.Options): ({ verificationId: string, secret: string, secretQrCode: string })?, logto.Error?
---@field create_user fun(arguments?: logto.create_user.arguments, options?: logto.Options): (logto.User)?, logto.Error?
---@field create_user_asset fun(arguments?: logto.create_user_asset.arguments, options?: logto.Options): ({ url: string })?, logto.Error?
---@field create_user_identity fun(arguments?: logto.create_user_identity.arguments, options?: logto.Options): (table<string, { userId: string, details?: table<string, any> }>)?, logto.Error?
---@field create_user_mfa_verification fun(arguments?: logto.create_user_mfa_verification.arguments, options?: logto.Options): ({ type: "Totp", secret: string, secretQrCode: string }|{ type: "BackupCode", codes: string[] })?, logto.Error?
---@field create_user_personal_access_token fun(arguments?: logto.create_user_personal_access_token.arguments, options?: logto.Options): (logto.PersonalAccessToken)?, logto.Error?
---@field create_verification_by_password fun(arguments?: logto.create_verification_by_password.arguments, options?: logto.Options): ({ verificationRecordId: string, expiresAt: string })?, logto.Error?
---@field create_verification_by_social fun(arguments?: logto.create_verification_by_social.arguments, options?: logto.Options): ({ verificationRecordId: string, authorizationUri: string, expiresAt: string })?, logto.Error?
---@field create_verification_by_verification_code fun(arguments?: logto.create_verification_by_verification_code.arguments, options?: logto.Options): ({ verificationRecordId: string, expiresAt: string })?, logto.Error?
---@field create_verification_code fun(arguments?: logto.create_verification_code.arguments, options?: logto.Options): (true)?, logto.Error?
---@field create_web_authn_authentication_verification fun(arguments?: table, options?: logto.Options): ({ verificationId: string, authenticationOptions: logto.WebAuthnAuthenticationOptions })?, logto.Error?
---@field create_web_authn_registration_verification fun(arguments?: table, options?: logto.Options): ({ verificationId: string, registrationOptions: logto.WebAuthnRegistrationOptions })?, logto.Error?
---@field delete_application fun(arguments?: logto.delete_application.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_application_legacy_secret fun(arguments?: logto.delete_application_legacy_secret.arguments, options?: logto.Options): (logto.ApplicationSummary)?, logto.Error?
---@field delete_application_protected_app_metadata_custom_domain fun(arguments?: logto.delete_application_protected_app_metadata_custom_domain.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_application_role fun(arguments?: logto.delete_application_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_application_secret fun(arguments?: logto.delete_application_secret.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_application_user_consent_organization fun(arguments?: logto.delete_application_user_consent_organization.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_application_user_consent_scope fun(arguments?: logto.delete_application_user_consent_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_captcha_provider fun(arguments?: table, options?: logto.Options): (true)?, logto.Error?
---@field delete_connector fun(arguments?: logto.delete_connector.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_custom_phrase fun(arguments?: logto.delete_custom_phrase.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_custom_profile_field_by_name fun(arguments?: logto.delete_custom_profile_field_by_name.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_domain fun(arguments?: logto.delete_domain.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_email_template fun(arguments?: logto.delete_email_template.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_email_templates fun(arguments?: logto.delete_email_templates.arguments, options?: logto.Options): ({ rowCount: number })?, logto.Error?
---@field delete_grant_by_id fun(arguments?: logto.delete_grant_by_id.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_hook fun(arguments?: logto.delete_hook.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_identity fun(arguments?: logto.delete_identity.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_jwt_customizer fun(arguments?: logto.delete_jwt_customizer.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_mfa_verification fun(arguments?: logto.delete_mfa_verification.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_oidc_key fun(arguments?: logto.delete_oidc_key.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_one_time_token fun(arguments?: logto.delete_one_time_token.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization fun(arguments?: logto.delete_organization.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_application fun(arguments?: logto.delete_organization_application.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_application_role fun(arguments?: logto.delete_organization_application_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_invitation fun(arguments?: logto.delete_organization_invitation.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_jit_email_domain fun(arguments?: logto.delete_organization_jit_email_domain.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_jit_role fun(arguments?: logto.delete_organization_jit_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_jit_sso_connector fun(arguments?: logto.delete_organization_jit_sso_connector.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_role fun(arguments?: logto.delete_organization_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_role_resource_scope fun(arguments?: logto.delete_organization_role_resource_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_role_scope fun(arguments?: logto.delete_organization_role_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_scope fun(arguments?: logto.delete_organization_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_user fun(arguments?: logto.delete_organization_user.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_organization_user_role fun(arguments?: logto.delete_organization_user_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_personal_access_token_post fun(arguments?: logto.delete_personal_access_token_post.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_primary_email fun(arguments?: logto.delete_primary_email.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_primary_phone fun(arguments?: logto.delete_primary_phone.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_resource fun(arguments?: logto.delete_resource.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_resource_scope fun(arguments?: logto.delete_resource_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_role fun(arguments?: logto.delete_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_role_application fun(arguments?: logto.delete_role_application.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_role_scope fun(arguments?: logto.delete_role_scope.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_role_user fun(arguments?: logto.delete_role_user.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_saml_application fun(arguments?: logto.delete_saml_application.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_saml_application_secret fun(arguments?: logto.delete_saml_application_secret.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_secret fun(arguments?: logto.delete_secret.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_sentinel_activities fun(arguments?: logto.delete_sentinel_activities.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_session_by_id fun(arguments?: logto.delete_session_by_id.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_sso_connector fun(arguments?: logto.delete_sso_connector.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_user fun(arguments?: logto.delete_user.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_user_grant fun(arguments?: logto.delete_user_grant.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_user_identity fun(arguments?: logto.delete_user_identity.arguments, options?: logto.Options): (logto.UserSummary)?, logto.Error?
---@field delete_user_mfa_verification fun(arguments?: logto.delete_user_mfa_verification.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_user_personal_access_token fun(arguments?: logto.delete_user_personal_access_token.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_user_role fun(arguments?: logto.delete_user_role.arguments, options?: logto.Options): (true)?, logto.Error?
---@field delete_user_session fun(arguments?: logto.delete_user_session.arguments, options?: logto.Options): (true)?, logto.Error?
---@field generate_backup_codes fun(arguments?: table, options?: logto.Options): ({ verificationId: string, codes: string[] })?, logto.Error?
---@field generate_my_account_backup_codes fun(arguments?: logto.generate_my_account_backup_codes.arguments, options?: logto.Options): ({ codes: string[] })?, logto.Error?
---@field generate_totp_secret fun(arguments?: logto.generate_totp_secret.arguments, options?: logto.Options): ({ secret: string })?, logto.Error?
---@field generate_web_authn_registration_options fun(arguments?: logto.generate_web_authn_registration_options.arguments, options?: logto.Options): ({ verificationRecordId: string, registrationOptions: logto.WebAuthnRegistrationOptions, expiresAt: string })?, logto.Error?
---@field get_account_center_settings fun(arguments?: table, options?: logto.Options): (logto.AccountCenter)?, logto.Error?
---@field get_active_user_counts fun(arguments?: logto.get_active_user_counts.arguments, options?: logto.Options): ({ dauCurve: { date: string, count: number }[], dau: { count: number, delta: number }, wau: { count: number, delta: number }, mau: { count: number, delta: number } })?, logto.Error?
---@field get_admin_console_config fun(arguments?: table, options?: logto.Options): ({ signInExperienceCustomized: boolean, organizationCreated: boolean, developmentTenantMigrationNotification?: { isPaidTenant: boolean, tag: string, readAt?: number }, checkedChargeNotification?: { token?: boolean, apiResource?: boolean, machineToMachineApp?: boolean, tenantMember?: boolean } })?, logto.Error?
---@field get_application fun(arguments?: logto.get_application.arguments, options?: logto.Options): (logto.ApplicationDetails)?, logto.Error?
---@field get_application_sign_in_experience fun(arguments?: logto.get_application_sign_in_experience.arguments, options?: logto.Options): (logto.ApplicationSignInExperience)?, logto.Error?
---@field get_backup_codes fun(arguments?: logto.get_backup_codes.arguments, options?: logto.Options): ({ codes: { code: string, usedAt?: string }[] })?, logto.Error?
---@field get_captcha_provider fun(arguments?: table, options?: logto.Options): (logto.CaptchaProvider)?, logto.Error?
---@field get_connector fun(arguments?: logto.get_connector.arguments, options?: logto.Options): (logto.Connector)?, logto.Error?
---@field get_connector_factory fun(arguments?: logto.get_connector_factory.arguments, options?: logto.Options): (logto.ConnectorFactory)?, logto.Error?
---@field get_custom_phrase fun(arguments?: logto.get_custom_phrase.arguments, options?: logto.Options): ({ tenantId: string, id: string, languageTag: string, translation: table<string, any> })?, logto.Error?
---@field get_custom_profile_field_by_name fun(arguments?: logto.get_custom_profile_field_by_name.arguments, options?: logto.Options): (logto.CustomProfileField)?, logto.Error?
---@field get_domain fun(arguments?: logto.get_domain.arguments, options?: logto.Options): (logto.Domain)?, logto.Error?
---@field get_email_template fun(arguments?: logto.get_email_template.arguments, options?: logto.Options): (logto.EmailTemplate)?, logto.Error?
---@field get_enabled_sso_connectors fun(arguments?: logto.get_enabled_sso_connectors.arguments, options?: logto.Options): ({ connectorIds: string[] })?, logto.Error?
---@field get_enterprise_sso_identity_access_token fun(arguments?: logto.get_enterprise_sso_identity_access_token.arguments, options?: logto.Options): ({ access_token: string, scope?: string, token_type?: string, expires_in?: number|string })?, logto.Error?
---@field get_grants fun(arguments?: logto.get_grants.arguments, options?: logto.Options): ({ grants: logto.Grant[] })?, logto.Error?
---@field get_hasura_auth fun(arguments?: logto.get_hasura_auth.arguments, options?: logto.Options): ({ ["X-Hasura-User-Id"]?: string, ["X-Hasura-Role"]?: string })?, logto.Error?
---@field get_hook fun(arguments?: logto.get_hook.arguments, options?: logto.Options): (logto.HookDetails)?, logto.Error?
---@field get_id_token_config fun(arguments?: table, options?: logto.Options): ({ enabledExtendedClaims?: ("custom_data"|"identities"|"sso_identities"|"roles"|"organizations"|"organization_data"|"organization_roles")[] })?, logto.Error?
---@field get_interaction fun(arguments?: table, options?: logto.Options): (logto.Interaction)?, logto.Error?
---@field get_jwt_customizer fun(arguments?: logto.get_jwt_customizer.arguments, options?: logto.Options): (logto.JwtCustomizer)?, logto.Error?
---@field get_log fun(arguments?: logto.get_log.arguments, options?: logto.Options): (logto.Log)?, logto.Error?
---@field get_logto_config fun(arguments?: logto.get_logto_config.arguments, options?: logto.Options): ({ mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } })?, logto.Error?
---@field get_mfa_settings fun(arguments?: logto.get_mfa_settings.arguments, options?: logto.Options): ({ skipMfaOnSignIn: boolean })?, logto.Error?
---@field get_mfa_verifications fun(arguments?: logto.get_mfa_verifications.arguments, options?: logto.Options): (({ id: string, createdAt: string, lastUsedAt?: string, type: "Totp"|"WebAuthn"|"BackupCode"|"EmailVerificationCode"|"PhoneVerificationCode", agent?: string, name?: string, remainCodes?: number })[])?, logto.Error?
---@field get_new_user_counts fun(arguments?: table, options?: logto.Options): ({ today: { count: number, delta: number }, last7Days: { count: number, delta: number } })?, logto.Error?
---@field get_oidc_keys fun(arguments?: logto.get_oidc_keys.arguments, options?: logto.Options): (({ id: string, createdAt: number, signingKeyAlgorithm?: "RSA"|"EC", status?: "Next"|"Current"|"Previous", effectiveAt?: number })[])?, logto.Error?
---@field get_oidc_session_config fun(arguments?: table, options?: logto.Options): ({ ttl: number })?, logto.Error?
---@field get_one_time_token fun(arguments?: logto.get_one_time_token.arguments, options?: logto.Options): (logto.OneTimeToken)?, logto.Error?
---@field get_organization fun(arguments?: logto.get_organization.arguments, options?: logto.Options): (logto.Organization)?, logto.Error?
---@field get_organization_invitation fun(arguments?: logto.get_organization_invitation.arguments, options?: logto.Options): (logto.OrganizationInvitation)?, logto.Error?
---@field get_organization_role fun(arguments?: logto.get_organization_role.arguments, options?: logto.Options): (logto.OrganizationRole)?, logto.Error?
---@field get_organization_scope fun(arguments?: logto.get_organization_scope.arguments, options?: logto.Options): (logto.OrganizationScope)?, logto.Error?
---@field get_profile fun(arguments?: logto.get_profile.arguments, options?: logto.Options): (logto.MyProfile)?, logto.Error?
---@field get_resource fun(arguments?: logto.get_resource.arguments, options?: logto.Options): (logto.ResourceSummary)?, logto.Error?
---@field get_role fun(arguments?: logto.get_role.arguments, options?: logto.Options): (logto.Role)?, logto.Error?
---@field get_saml_application fun(arguments?: logto.get_saml_application.arguments, options?: logto.Options): (logto.SamlApplication)?, logto.Error?
---@field get_saml_application_callback fun(arguments?: logto.get_saml_application_callback.arguments, options?: logto.Options): (string)?, logto.Error?
---@field get_saml_authn fun(arguments?: logto.get_saml_authn.arguments, options?: logto.Options): ({ status: integer, location: string })?, logto.Error?
---@field get_sessions fun(arguments?: logto.get_sessions.arguments, options?: logto.Options): ({ sessions: logto.MySession[] })?, logto.Error?
---@field get_sign_in_exp fun(arguments?: table, options?: logto.Options): (logto.SignInExperience)?, logto.Error?
---@field get_sign_in_experience_config fun(arguments?: logto.get_sign_in_experience_config.arguments, options?: logto.Options): (logto.SignInExperienceConfig)?, logto.Error?
---@field get_sign_in_experience_phrases fun(arguments?: logto.get_sign_in_experience_phrases.arguments, options?: logto.Options): (table<string, string|table<string, any>>)?, logto.Error?
---@field get_social_identity_access_token fun(arguments?: logto.get_social_identity_access_token.arguments, options?: logto.Options): ({ access_token: string, scope?: string, token_type?: string, expires_in?: number|string })?, logto.Error?
---@field get_sso_connector fun(arguments?: logto.get_sso_connector.arguments, options?: logto.Options): (logto.SsoConnector)?, logto.Error?
---@field get_status fun(arguments?: table, options?: logto.Options): (true)?, logto.Error?
---@field get_swagger_json fun(arguments?: table, options?: logto.Options): ({ openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } })?, logto.Error?
---@field get_system_application_config fun(arguments?: table, options?: logto.Options): ({ protectedApps: { defaultDomain: string } })?, logto.Error?
---@field get_total_user_count fun(arguments?: table, options?: logto.Options): ({ totalUserCount: number })?, logto.Error?
---@field get_user fun(arguments?: logto.get_user.arguments, options?: logto.Options): (logto.User)?, logto.Error?
---@field get_user_asset_service_status fun(arguments?: table, options?: logto.Options): ({ status: "ready"|"not_configured", allowUploadMimeTypes?: ("image/jpeg"|"image/png"|"image/gif"|"image/vnd.microsoft.icon"|"image/x-icon"|"image/svg+xml"|"image/tiff"|"image/webp"|"image/bmp"|"application/zip")[], maxUploadFileSize?: number })?, logto.Error?
---@field get_user_has_password fun(arguments?: logto.get_user_has_password.arguments, options?: logto.Options): ({ hasPassword: boolean })?, logto.Error?
---@field get_user_identity fun(arguments?: logto.get_user_identity.arguments, options?: logto.Options): ({ identity: { userId: string, details?: table<string, any> }, tokenSecret?: logto.SocialTokenSecret })?, logto.Error?
---@field get_user_session fun(arguments?: logto.get_user_session.arguments, options?: logto.Options): (logto.Session)?, logto.Error?
---@field get_user_sso_identity fun(arguments?: logto.get_user_sso_identity.arguments, options?: logto.Options): ({ ssoIdentity: logto.SsoIdentity, tokenSecret?: logto.SsoTokenSecret })?, logto.Error?
---@field get_well_known_account_center fun(arguments?: table, options?: logto.Options): (logto.AccountCenter)?, logto.Error?
---@field get_well_known_experience fun(arguments?: logto.get_well_known_experience.arguments, options?: logto.Options): (logto.SignInExperienceConfig)?, logto.Error?
---@field get_well_known_experience_openapi_json fun(arguments?: table, options?: logto.Options): ({ openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } })?, logto.Error?
---@field get_well_known_management_openapi_json fun(arguments?: table, options?: logto.Options): ({ openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } })?, logto.Error?
---@field get_well_known_user_openapi_json fun(arguments?: table, options?: logto.Options): ({ openapi: string, info: { title: string, version: string, description?: string }, tags?: { name: string, description?: string }[], paths: table<string, table<string, any>>, components?: { schemas?: table<string, table<string, any>> } })?, logto.Error?
---@field identify_user fun(arguments?: logto.identify_user.arguments, options?: logto.Options): (true)?, logto.Error?
---@field init_interaction fun(arguments?: logto.init_interaction.arguments, options?: logto.Options): (true)?, logto.Error?
---@field list_application_organizations fun(arguments?: logto.list_application_organizations.arguments, options?: logto.Options): (logto.OrganizationWithRoles[])?, logto.Error?
---@field list_application_protected_app_metadata_custom_domains fun(arguments?: logto.list_application_protected_app_metadata_custom_domains.arguments, options?: logto.Options): (logto.ProtectedAppDomain[])?, logto.Error?
---@field list_application_roles fun(arguments?: logto.list_application_roles.arguments, options?: logto.Options): (logto.Role[])?, logto.Error?
---@field list_application_secrets fun(arguments?: logto.list_application_secrets.arguments, options?: logto.Options): (logto.ApplicationSecret[])?, logto.Error?
---@field list_application_user_consent_organizations fun(arguments?: logto.list_application_user_consent_organizations.arguments, options?: logto.Options): ({ organizations: logto.Organization[] })?, logto.Error?
---@field list_application_user_consent_scopes fun(arguments?: logto.list_application_user_consent_scopes.arguments, options?: logto.Options): (logto.ConsentScopes)?, logto.Error?
---@field list_applications fun(arguments?: logto.list_applications.arguments, options?: logto.Options): (logto.Application[])?, logto.Error?
---@field list_connector_factories fun(arguments?: table, options?: logto.Options): (logto.ConnectorFactory[])?, logto.Error?
---@field list_connectors fun(arguments?: logto.list_connectors.arguments, options?: logto.Options): (logto.Connector[])?, logto.Error?
---@field list_custom_phrases fun(arguments?: table, options?: logto.Options): ({ tenantId: string, id: string, languageTag: string, translation: table<string, any> }[])?, logto.Error?
---@field list_custom_profile_fields fun(arguments?: table, options?: logto.Options): (logto.CustomProfileField[])?, logto.Error?
---@field list_domains fun(arguments?: table, options?: logto.Options): (logto.Domain[])?, logto.Error?
---@field list_email_templates fun(arguments?: logto.list_email_templates.arguments, options?: logto.Options): (logto.EmailTemplate[])?, logto.Error?
---@field list_hook_recent_logs fun(arguments?: logto.list_hook_recent_logs.arguments, options?: logto.Options): ({ id: string, key: string, payload: logto.LogPayload, createdAt: number }[])?, logto.Error?
---@field list_hooks fun(arguments?: logto.list_hooks.arguments, options?: logto.Options): (logto.HookDetails[])?, logto.Error?
---@field list_jwt_customizers fun(arguments?: table, options?: logto.Options): (({ key: "jwt.accessToken", value: { script: string, environmentVariables?: table<string, string>, contextSample?: logto.JwtCustomizerContext, blockIssuanceOnError?: boolean, tokenSample?: { jti?: string, aud?: string|string[], scope?: string, clientId?: string, accountId?: string, expiresWithSession?: boolean, grantId?: string, gty?: string, sessionUid?: string, sid?: string, kind?: "AccessToken" } } }|{ key: "jwt.clientCredentials", value: { script: string, environmentVariables?: table<string, string>, contextSample?: { application?: { tenantId?: string, id?: string, name?: string, description?: string, type?: logto.ApplicationType, oidcClientMetadata?: logto.OidcClientMetadata, customClientMetadata?: logto.CustomClientMetadata, protectedAppMetadata?: logto.ProtectedAppMetadata, customData?: table<string, any>, isThirdParty?: boolean, createdAt?: number } }, blockIssuanceOnError?: boolean, tokenSample?: { jti?: string, aud?: string|string[], scope?: string, clientId?: string, kind?: "ClientCredentials" } } })[])?, logto.Error?
---@field list_logs fun(arguments?: logto.list_logs.arguments, options?: logto.Options): (logto.Log[])?, logto.Error?
---@field list_one_time_tokens fun(arguments?: logto.list_one_time_tokens.arguments, options?: logto.Options): (logto.OneTimeToken[])?, logto.Error?
---@field list_organization_application_roles fun(arguments?: logto.list_organization_application_roles.arguments, options?: logto.Options): (logto.OrganizationRole[])?, logto.Error?
---@field list_organization_applications fun(arguments?: logto.list_organization_applications.arguments, options?: logto.Options): (logto.OrganizationApplication[])?, logto.Error?
---@field list_organization_invitations fun(arguments?: logto.list_organization_invitations.arguments, options?: logto.Options): (logto.OrganizationInvitation[])?, logto.Error?
---@field list_organization_jit_email_domains fun(arguments?: logto.list_organization_jit_email_domains.arguments, options?: logto.Options): ({ tenantId: string, organizationId: string, emailDomain: string }[])?, logto.Error?
---@field list_organization_jit_roles fun(arguments?: logto.list_organization_jit_roles.arguments, options?: logto.Options): (logto.OrganizationRole[])?, logto.Error?
---@field list_organization_jit_sso_connectors fun(arguments?: logto.list_organization_jit_sso_connectors.arguments, options?: logto.Options): (logto.SsoConnectorSettings[])?, logto.Error?
---@field list_organization_role_resource_scopes fun(arguments?: logto.list_organization_role_resource_scopes.arguments, options?: logto.Options): (logto.ResourceScope[])?, logto.Error?
---@field list_organization_role_scopes fun(arguments?: logto.list_organization_role_scopes.arguments, options?: logto.Options): (logto.OrganizationScope[])?, logto.Error?
---@field list_organization_roles fun(arguments?: logto.list_organization_roles.arguments, options?: logto.Options): ({ tenantId: string, id: string, name: string, description: string, type: logto.RoleType, scopes: { id: string, name: string }[], resourceScopes: { id: string, name: string, resource: { id: string, name: string } }[] }[])?, logto.Error?
---@field list_organization_scopes fun(arguments?: logto.list_organization_scopes.arguments, options?: logto.Options): (logto.OrganizationScope[])?, logto.Error?
---@field list_organization_user_roles fun(arguments?: logto.list_organization_user_roles.arguments, options?: logto.Options): (logto.OrganizationRole[])?, logto.Error?
---@field list_organization_user_scopes fun(arguments?: logto.list_organization_user_scopes.arguments, options?: logto.Options): (logto.OrganizationScope[])?, logto.Error?
---@field list_organization_users fun(arguments?: logto.list_organization_users.arguments, options?: logto.Options): (logto.OrganizationMember[])?, logto.Error?
---@field list_organizations fun(arguments?: logto.list_organizations.arguments, options?: logto.Options): ({ tenantId: string, id: string, name: string, description: string, customData: table<string, any>, isMfaRequired: boolean, color: logto.Color, branding: logto.Branding, customCss: string, createdAt: number, usersCount?: number, featuredUsers?: { id: string, avatar: string, name: string }[] }[])?, logto.Error?
---@field list_resource_scopes fun(arguments?: logto.list_resource_scopes.arguments, options?: logto.Options): (logto.ResourceScope[])?, logto.Error?
---@field list_resources fun(arguments?: logto.list_resources.arguments, options?: logto.Options): (logto.Resource[])?, logto.Error?
---@field list_role_applications fun(arguments?: logto.list_role_applications.arguments, options?: logto.Options): (logto.ApplicationSummary[])?, logto.Error?
---@field list_role_scopes fun(arguments?: logto.list_role_scopes.arguments, options?: logto.Options): ({ tenantId: string, id: string, resourceId: string, name: string, description: string, createdAt: number, resource: logto.ResourceSummary }[])?, logto.Error?
---@field list_role_users fun(arguments?: logto.list_role_users.arguments, options?: logto.Options): (logto.UserSummary[])?, logto.Error?
---@field list_roles fun(arguments?: logto.list_roles.arguments, options?: logto.Options): ({ tenantId: string, id: string, name: string, description: string, type: logto.RoleType, isDefault: boolean, usersCount: number, featuredUsers: { id: string, avatar: string, name: string }[], applicationsCount: number, featuredApplications: { id: string, name: string, type: logto.ApplicationType }[] }[])?, logto.Error?
---@field list_saml_application_metadata fun(arguments?: logto.list_saml_application_metadata.arguments, options?: logto.Options): (string)?, logto.Error?
---@field list_saml_application_secrets fun(arguments?: logto.list_saml_application_secrets.arguments, options?: logto.Options): ({ id: string, certificate: string, createdAt: number, expiresAt: number, active: boolean, fingerprints: { sha256: { formatted: string, unformatted: string } }, fingerprint?: string, isActive?: boolean }[])?, logto.Error?
---@field list_sso_connector_providers fun(arguments?: table, options?: logto.Options): (({ providerName: "OIDC"|"SAML"|"AzureAD"|"GoogleWorkspace"|"Okta"|"AzureAdOidc", providerType: "oidc"|"saml", logo: string, logoDark: string, description: string, name: string })[])?, logto.Error?
---@field list_sso_connectors fun(arguments?: logto.list_sso_connectors.arguments, options?: logto.Options): (logto.SsoConnector[])?, logto.Error?
---@field list_user_all_identities fun(arguments?: logto.list_user_all_identities.arguments, options?: logto.Options): (logto.UserIdentities)?, logto.Error?
---@field list_user_custom_data fun(arguments?: logto.list_user_custom_data.arguments, options?: logto.Options): (table<string, any>)?, logto.Error?
---@field list_user_grants fun(arguments?: logto.list_user_grants.arguments, options?: logto.Options): ({ grants: logto.Grant[] })?, logto.Error?
---@field list_user_logto_configs fun(arguments?: logto.list_user_logto_configs.arguments, options?: logto.Options): ({ mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } })?, logto.Error?
---@field list_user_mfa_verifications fun(arguments?: logto.list_user_mfa_verifications.arguments, options?: logto.Options): (({ id: string, createdAt: string, lastUsedAt?: string, type: "Totp"|"WebAuthn"|"BackupCode"|"EmailVerificationCode"|"PhoneVerificationCode", agent?: string, name?: string, remainCodes?: number })[])?, logto.Error?
---@field list_user_organizations fun(arguments?: logto.list_user_organizations.arguments, options?: logto.Options): (logto.OrganizationWithRoles[])?, logto.Error?
---@field list_user_personal_access_tokens fun(arguments?: logto.list_user_personal_access_tokens.arguments, options?: logto.Options): (logto.PersonalAccessToken[])?, logto.Error?
---@field list_user_roles fun(arguments?: logto.list_user_roles.arguments, options?: logto.Options): (logto.Role[])?, logto.Error?
---@field list_user_sessions fun(arguments?: logto.list_user_sessions.arguments, options?: logto.Options): ({ sessions: logto.Session[] })?, logto.Error?
---@field list_users fun(arguments?: logto.list_users.arguments, options?: logto.Options): (logto.User[])?, logto.Error?
---@field mark_mfa_enabled fun(arguments?: table, options?: logto.Options): (true)?, logto.Error?
---@field replace_application_roles fun(arguments?: logto.replace_application_roles.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_application_sign_in_experience fun(arguments?: logto.replace_application_sign_in_experience.arguments, options?: logto.Options): (logto.ApplicationSignInExperience)?, logto.Error?
---@field replace_application_user_consent_organizations fun(arguments?: logto.replace_application_user_consent_organizations.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_custom_phrase fun(arguments?: logto.replace_custom_phrase.arguments, options?: logto.Options): ({ tenantId: string, id: string, languageTag: string, translation: table<string, any> })?, logto.Error?
---@field replace_email_templates fun(arguments?: logto.replace_email_templates.arguments, options?: logto.Options): (logto.EmailTemplate[])?, logto.Error?
---@field replace_one_time_token_status fun(arguments?: logto.replace_one_time_token_status.arguments, options?: logto.Options): (logto.OneTimeToken)?, logto.Error?
---@field replace_organization_application_roles fun(arguments?: logto.replace_organization_application_roles.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_applications fun(arguments?: logto.replace_organization_applications.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_invitation_status fun(arguments?: logto.replace_organization_invitation_status.arguments, options?: logto.Options): (logto.OrganizationInvitation)?, logto.Error?
---@field replace_organization_jit_email_domains fun(arguments?: logto.replace_organization_jit_email_domains.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_jit_roles fun(arguments?: logto.replace_organization_jit_roles.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_jit_sso_connectors fun(arguments?: logto.replace_organization_jit_sso_connectors.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_role_resource_scopes fun(arguments?: logto.replace_organization_role_resource_scopes.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_role_scopes fun(arguments?: logto.replace_organization_role_scopes.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_user_roles fun(arguments?: logto.replace_organization_user_roles.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_organization_users fun(arguments?: logto.replace_organization_users.arguments, options?: logto.Options): (true)?, logto.Error?
---@field replace_user_identity fun(arguments?: logto.replace_user_identity.arguments, options?: logto.Options): (table<string, { userId: string, details?: table<string, any> }>)?, logto.Error?
---@field replace_user_roles fun(arguments?: logto.replace_user_roles.arguments, options?: logto.Options): ({ roleIds: string[] })?, logto.Error?
---@field reset_user_password fun(arguments?: logto.reset_user_password.arguments, options?: logto.Options): (true)?, logto.Error?
---@field rotate_oidc_keys fun(arguments?: logto.rotate_oidc_keys.arguments, options?: logto.Options): (({ id: string, createdAt: number, signingKeyAlgorithm?: "RSA"|"EC", status?: "Next"|"Current"|"Previous", effectiveAt?: number })[])?, logto.Error?
---@field skip_mfa_binding_flow fun(arguments?: table, options?: logto.Options): (true)?, logto.Error?
---@field skip_mfa_suggestion fun(arguments?: table, options?: logto.Options): (true)?, logto.Error?
---@field skip_passkey_binding fun(arguments?: table, options?: logto.Options): (true)?, logto.Error?
---@field submit_interaction fun(arguments?: table, options?: logto.Options): ({ redirectTo: string })?, logto.Error?
---@field test_jwt_customizer fun(arguments?: logto.test_jwt_customizer.arguments, options?: logto.Options): (table<string, any>)?, logto.Error?
---@field update_account_center_settings fun(arguments?: logto.update_account_center_settings.arguments, options?: logto.Options): (logto.AccountCenter)?, logto.Error?
---@field update_admin_console_config fun(arguments?: logto.update_admin_console_config.arguments, options?: logto.Options): ({ signInExperienceCustomized: boolean, organizationCreated: boolean, developmentTenantMigrationNotification?: { isPaidTenant: boolean, tag: string, readAt?: number }, checkedChargeNotification?: { token?: boolean, apiResource?: boolean, machineToMachineApp?: boolean, tenantMember?: boolean } })?, logto.Error?
---@field update_application fun(arguments?: logto.update_application.arguments, options?: logto.Options): (logto.Application)?, logto.Error?
---@field update_application_custom_data fun(arguments?: logto.update_application_custom_data.arguments, options?: logto.Options): (table<string, any>)?, logto.Error?
---@field update_application_secret fun(arguments?: logto.update_application_secret.arguments, options?: logto.Options): (logto.ApplicationSecret)?, logto.Error?
---@field update_captcha_provider fun(arguments?: logto.update_captcha_provider.arguments, options?: logto.Options): (logto.CaptchaProvider)?, logto.Error?
---@field update_connector fun(arguments?: logto.update_connector.arguments, options?: logto.Options): (logto.Connector)?, logto.Error?
---@field update_custom_profile_field_by_name fun(arguments?: logto.update_custom_profile_field_by_name.arguments, options?: logto.Options): (logto.CustomProfileField)?, logto.Error?
---@field update_custom_profile_fields_sie_order fun(arguments?: logto.update_custom_profile_fields_sie_order.arguments, options?: logto.Options): (logto.CustomProfileField[])?, logto.Error?
---@field update_email_template_details fun(arguments?: logto.update_email_template_details.arguments, options?: logto.Options): (logto.EmailTemplate)?, logto.Error?
---@field update_hook fun(arguments?: logto.update_hook.arguments, options?: logto.Options): (logto.Hook)?, logto.Error?
---@field update_hook_signing_key fun(arguments?: logto.update_hook_signing_key.arguments, options?: logto.Options): (logto.Hook)?, logto.Error?
---@field update_interaction_event fun(arguments?: logto.update_interaction_event.arguments, options?: logto.Options): (true)?, logto.Error?
---@field update_jwt_customizer fun(arguments?: logto.update_jwt_customizer.arguments, options?: logto.Options): (logto.JwtCustomizer)?, logto.Error?
---@field update_logto_config fun(arguments?: logto.update_logto_config.arguments, options?: logto.Options): ({ mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } })?, logto.Error?
---@field update_mfa_settings fun(arguments?: logto.update_mfa_settings.arguments, options?: logto.Options): ({ skipMfaOnSignIn: boolean })?, logto.Error?
---@field update_mfa_verification_name fun(arguments?: logto.update_mfa_verification_name.arguments, options?: logto.Options): (true)?, logto.Error?
---@field update_oidc_session_config fun(arguments?: logto.update_oidc_session_config.arguments, options?: logto.Options): ({ ttl: number })?, logto.Error?
---@field update_organization fun(arguments?: logto.update_organization.arguments, options?: logto.Options): (logto.Organization)?, logto.Error?
---@field update_organization_role fun(arguments?: logto.update_organization_role.arguments, options?: logto.Options): (logto.OrganizationRole)?, logto.Error?
---@field update_organization_scope fun(arguments?: logto.update_organization_scope.arguments, options?: logto.Options): (logto.OrganizationScope)?, logto.Error?
---@field update_other_profile fun(arguments?: logto.update_other_profile.arguments, options?: logto.Options): (logto.UserProfile)?, logto.Error?
---@field update_password fun(arguments?: logto.update_password.arguments, options?: logto.Options): (true)?, logto.Error?
---@field update_personal_access_token_name fun(arguments?: logto.update_personal_access_token_name.arguments, options?: logto.Options): (logto.PersonalAccessToken)?, logto.Error?
---@field update_primary_email fun(arguments?: logto.update_primary_email.arguments, options?: logto.Options): (true)?, logto.Error?
---@field update_primary_phone fun(arguments?: logto.update_primary_phone.arguments, options?: logto.Options): (true)?, logto.Error?
---@field update_profile fun(arguments?: logto.update_profile.arguments, options?: logto.Options): (logto.MyProfile)?, logto.Error?
---@field update_resource fun(arguments?: logto.update_resource.arguments, options?: logto.Options): (logto.ResourceSummary)?, logto.Error?
---@field update_resource_is_default fun(arguments?: logto.update_resource_is_default.arguments, options?: logto.Options): (logto.ResourceSummary)?, logto.Error?
---@field update_resource_scope fun(arguments?: logto.update_resource_scope.arguments, options?: logto.Options): (logto.ResourceScope)?, logto.Error?
---@field update_role fun(arguments?: logto.update_role.arguments, options?: logto.Options): (logto.Role)?, logto.Error?
---@field update_saml_application fun(arguments?: logto.update_saml_application.arguments, options?: logto.Options): (logto.SamlApplication)?, logto.Error?
---@field update_saml_application_secret fun(arguments?: logto.update_saml_application_secret.arguments, options?: logto.Options): ({ id: string, certificate: string, createdAt: number, expiresAt: number, active: boolean, fingerprints: { sha256: { formatted: string, unformatted: string } } })?, logto.Error?
---@field update_sign_in_exp fun(arguments?: logto.update_sign_in_exp.arguments, options?: logto.Options): (logto.SignInExperience)?, logto.Error?
---@field update_social_identity_access_token_by_verification_id fun(arguments?: logto.update_social_identity_access_token_by_verification_id.arguments, options?: logto.Options): ({ access_token: string, scope?: string, token_type?: string, expires_in?: number|string })?, logto.Error?
---@field update_sso_connector fun(arguments?: logto.update_sso_connector.arguments, options?: logto.Options): (logto.SsoConnector)?, logto.Error?
---@field update_user fun(arguments?: logto.update_user.arguments, options?: logto.Options): (logto.User)?, logto.Error?
---@field update_user_custom_data fun(arguments?: logto.update_user_custom_data.arguments, options?: logto.Options): (table<string, any>)?, logto.Error?
---@field update_user_is_suspended fun(arguments?: logto.update_user_is_suspended.arguments, options?: logto.Options): (logto.User)?, logto.Error?
---@field update_user_logto_configs fun(arguments?: logto.update_user_logto_configs.arguments, options?: logto.Options): ({ mfa: { enabled?: boolean, skipped: boolean, skipMfaOnSignIn: boolean }, passkeySignIn: { skipped: boolean } })?, logto.Error?
---@field update_user_password fun(arguments?: logto.update_user_password.arguments, options?: logto.Options): (logto.User)?, logto.Error?
---@field update_user_personal_access_token fun(arguments?: logto.update_user_personal_access_token.arguments, options?: logto.Options): (logto.PersonalAccessToken)?, logto.Error?
---@field update_user_profile fun(arguments?: logto.update_user_profile.arguments, options?: logto.Options): (logto.UserProfile)?, logto.Error?
---@field upload_custom_ui_assets fun(arguments?: logto.upload_custom_ui_assets.arguments, options?: logto.Options): ({ customUiAssetId: string })?, logto.Error?
---@field upsert_id_token_config fun(arguments?: logto.upsert_id_token_config.arguments, options?: logto.Options): ({ enabledExtendedClaims?: ("custom_data"|"identities"|"sso_identities"|"roles"|"organizations"|"organization_data"|"organization_roles")[] })?, logto.Error?
---@field upsert_jwt_customizer fun(arguments?: logto.upsert_jwt_customizer.arguments, options?: logto.Options): (logto.JwtCustomizer)?, logto.Error?
---@field verify_backup_code fun(arguments?: logto.verify_backup_code.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_enterprise_sso_verification fun(arguments?: logto.verify_enterprise_sso_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_mfa_verification_code fun(arguments?: logto.verify_mfa_verification_code.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_one_time_token fun(arguments?: logto.verify_one_time_token.arguments, options?: logto.Options): (logto.OneTimeToken)?, logto.Error?
---@field verify_one_time_token_verification fun(arguments?: logto.verify_one_time_token_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_sign_in_passkey_authentication fun(arguments?: logto.verify_sign_in_passkey_authentication.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_social_verification fun(arguments?: logto.verify_social_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_totp_verification fun(arguments?: logto.verify_totp_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_user_password fun(arguments?: logto.verify_user_password.arguments, options?: logto.Options): (true)?, logto.Error?
---@field verify_verification_by_social fun(arguments?: logto.verify_verification_by_social.arguments, options?: logto.Options): ({ verificationRecordId: string })?, logto.Error?
---@field verify_verification_by_verification_code fun(arguments?: logto.verify_verification_by_verification_code.arguments, options?: logto.Options): ({ verificationRecordId: string })?, logto.Error?
---@field verify_verification_code fun(arguments?: logto.verify_verification_code.arguments, options?: logto.Options): (true)?, logto.Error?
---@field verify_verification_code_verification fun(arguments?: logto.verify_verification_code_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_web_authn_authentication_verification fun(arguments?: logto.verify_web_authn_authentication_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?
---@field verify_web_authn_registration fun(arguments?: logto.verify_web_authn_registration.arguments, options?: logto.Options): ({ verificationRecordId: string })?, logto.Error?
---@field verify_web_authn_registration_verification fun(arguments?: logto.verify_web_authn_registration_verification.arguments, options?: logto.Options): ({ verificationId: string })?, logto.Error?

---Null as a value: clears a field.
---@class logto.null

---How a call is made; the second argument of every function.
---@class (exact) logto.Options
---@field account? string the account to use instead of the default one
---@field timeout? number seconds
---@field headers? table<string, string> further headers
---@field validate? boolean false: no checks before sending
---@field strict? boolean false: reading an unknown field gives nil
---@field retry? boolean false: a read is not sent again

---What a failed call raises.
---@class logto.Error
---@field kind "script"|"validation"|"auth"|"http"|"rate_limit"|"quota"|"network"|"timeout"|"policy"|"limit"
---@field message string
---@field status? integer the answer's status
---@field code? string the tenant's error code
---@field data? table what the tenant says about it
---@field operation? string
---@field request_id? string
---@field retryable? boolean
---@field outcome? "not_sent"|"refused"|"done"|"unknown"
---@field hint? string
---@field limit? "time"|"cpu"|"memory"|"output"|"calls"|"result"|"source"|"depth"|"coroutines"

---How a call went.
---@class logto.Meta
---@field status integer
---@field total? integer of a paged list: how many there are on all pages
---@field page? integer
---@field page_size? integer
---@field request_id? string
---@field retries integer
---@field waited number seconds spent waiting for the rate limit
---@field elapsed number seconds
---@field headers table<string, string>

---@alias logto.SearchMode "like"|"exact"|"similar_to"|"posix"

---@class (exact) logto.CollectOptions: logto.Options
---@field limit? integer stop after so many

---@class (exact) logto.Request
---@field method? "GET"|"POST"|"PUT"|"PATCH"|"DELETE"
---@field path string below /api
---@field query? table<string, any>
---@field body? any
---@field headers? table<string, string>

---Calls an operation by name; gives its result, and how the call went.
---@param name string
---@param arguments? table
---@param options? logto.Options
---@return any result
---@return logto.Meta meta
function logto.call(name, arguments, options) end

---Goes over all elements of a list, page by page.
---@param name string
---@param arguments? table
---@param options? logto.Options
---@return fun(): any
function logto.each(name, arguments, options) end

---All elements of a list.
---@param name string
---@param arguments? table
---@param options? logto.CollectOptions
---@return any[]
function logto.all(name, arguments, options) end

---How many elements a list has.
---@param name string
---@param arguments? table
---@param options? logto.Options
---@return integer
function logto.count(name, arguments, options) end

---The one element whose fields equal `where`; none or several is an error.
---@param name string
---@param where table<string, any>
---@param arguments? table
---@param options? logto.Options
---@return any
function logto.find(name, where, arguments, options) end

---Reaches any path below /api with the account's token.
---@param request logto.Request
---@param options? logto.Options
---@return any
function logto.request(request, options) end

---The same functions with another configured account.
---@param name string
---@return logto
function logto.account(name) end

---Every function again, giving `nil, err` instead of raising where the tenant answers with an error below 500.
---@type logto.try
logto.try = {}

---A sign-in as an end user: opens an interaction in which the experience functions run, and finishes it.
logto.sign_in = {}

---@param arguments { client_id: string, redirect_uri: string, scope?: string, resource?: string }
---@return table
function logto.sign_in.start(arguments) end

---@param arguments? table
---@return { access_token: string, id_token?: string, expires_in?: integer, scope?: string }
function logto.sign_in.finish(arguments) end

app = { integrations = { logto = logto } }

json = {}

---@type logto.null
json.null = {}

---@param value any
---@return string
function json.encode(value) end

---@param text string
---@return any
function json.decode(text) end

---Marks a table as a JSON array; without an argument a new empty one.
---@generic T: table
---@param value? T
---@return T
function json.array(value) end

---Marks a table as a JSON object; without an argument a new empty one.
---@generic T: table
---@param value? T
---@return T
function json.object(value) end

parallel = {}

---Calls a function for every element, several at a time; results in the order of the list.
---@generic T, R
---@param list T[]
---@param fn fun(value: T, index: integer): R
---@param options? { concurrency?: integer }
---@return R[]
function parallel.map(list, fn, options) end

---Runs functions side by side; raises the first error after the others have stopped.
---@param functions (fun(): any)[]
---@return any[]
function parallel.all(functions) end

---Runs functions side by side and says of each how it went.
---@param functions (fun(): any)[]
---@return { ok: boolean, value?: any, error?: logto.Error }[]
function parallel.settle(functions) end

docs = {}

---The functions that fit a question best, a line each.
---@param question string
---@param options? { limit?: integer }
---@return string
function docs.search(question, options) end

---What there is to know about functions, helpers, types or recipes (`recipes` lists them).
---@param name string
---@param ... string further names, or places within the function before them, such as `body.profile`
---@return string
function docs.read(name, ...) end

---The groups with the number of their functions, or a group's functions with a line each.
---@param group? string
---@return string
function docs.list(group) end

---@param seconds number
function sleep(seconds) end

---Writes a line to the log.
---@param ... any
function log(...) end

---A value as readable text.
---@param value any
---@return string
function inspect(value) end

---The script's arguments.
---@type string[]
arg = {}
