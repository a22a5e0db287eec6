// What people ask for, and the words of the API that it is about.

/// Related words for the search.
enum SearchWords {
  /// Words without meaning for the search.
  static let empty: Set<String> = Set(
    """
    a an the of in on at to for from by with as is are be been do does did can could should would will shall may might \
    i we you he she it they how what which who whom whose where when why that this these those there their his her its \
    our your and or not no if then than into onto out off over under about please detail details info information id flow want need like have has had having \
    let lets some any all each every only also just so such via using use one ones something certain specific \
    given particular new current existing logto tenant s t several multiple various
    """
    .split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Words of which each stands for the others.
  private static let groups = [
    "organization org organisation company workspace team",
    "user person people individual",
    "member user membership",
    "application app client",
    "scope permission privilege",
    "hook webhook",
    "secret credential password",
    "invitation invite invitee",
    "mfa 2fa factor multifactor twofactor",
    "totp authenticator",
    "passkey webauthn fido",
    "phrase translation translate localize wording localization i18n",
    "log audit event history trail",
    "config configuration setting preference option",
    "language locale tag",
    "jwt token claim",
    "domain hostname",
    "session login device",
    "count number total statistic many metric",
    "image avatar picture logo icon file",
    "connector provider integration",
    "sso enterprise",
    "identity identities link",
    "profile personal",
    "email mail",
    "phone sms mobile",
    "code otp passcode",
    "consent grant authorize",
    "suspend suspension ban block disable deactivate freeze",
    "brand branding logo color theme look appearance",
    "key certificate",
    "field attribute property",
    "status state health",
    "captcha recaptcha turnstile bot",
    "machine m2m service daemon",
    "rotate rotation roll regenerate refresh renew",
    "experience exp page screen ui",
    "resource api audience",
    "submit finish complete",
    "init begin start initiate open",
    "expire expiry stale lifetime ttl duration timeout length",
    "store save keep",
    "suspend reinstate unsuspend reactivate",
    "order position",
  ]

  /// What a word hints at, in one direction only. Several words to the left mean any of them.
  private static let hints: [(words: String, hints: String)] = [
    ("impersonate impersonation behalf", "subject token"),
    ("unlock unblock lockout lock locked bruteforce", "sentinel activity"),
    ("magic passwordless", "one time token"),
    ("onetime", "one time token"),
    ("signup", "registration"),
    ("dau mau wau active", "active user count"),
    ("kick", "session delete"),
    ("social google github facebook apple wechat", "social identity connector"),
    ("okta azure entra saml", "sso saml"),
    ("idp", "connector sso"),
    ("autojoin automatic automatically provision provisioning justintime", "jit"),
    ("smtp sendgrid twilio", "connector"),
    ("apikey pat", "personal access token"),
    ("css html design style", "signin experience css"),
    ("theme colors colour colours branding", "signin experience"),
    ("upload", "user asset"),
    ("metadata", "custom data metadata"),
    ("reachable alive up running ping healthy", "status"),
    ("openapi swagger spec specification schema documentation", "swagger json openapi"),
    ("hasura graphql", "hasura auth"),
    ("gdpr", "user delete"),
    ("hash digest", "password"),
    ("recovery", "backup code"),
    ("groups group", "role organization"),
    ("subscription consent thirdparty", "application user consent"),
    ("vault", "secret"),
    ("tls ssl dns vanity", "domain"),
    ("resend again", "message"),
    ("signing", "key signing"),
    ("wording text texts copy", "custom phrase"),
    ("template templates", "email template"),
    ("strength policy complexity", "password signin experience"),
    ("rename", "update name"),
    ("backend server", "machine"),
    ("webauthn biometric", "web authn"),
    ("tokens", "token"),
    ("onboard", "create"),
    ("dashboard usage", "count"),
    ("someone somebody anyone anybody everyone everybody who whoever colleague employee customer", "user"),
    ("enforce mandatory require policy", "signin experience"),
    ("notify notified notification alert callback trigger", "webhook event"),
    ("attempt attempts failed failure failures", "log"),
    ("ask collect", "field"),
    ("reorder sort sequence", "order"),
    ("collect pages everything", "all each"),
    ("concurrent concurrently simultaneously", "parallel"),
    ("loop iterate iteration", "each"),
    ("signin", "session experience"),
    ("login", "signin experience session"),
    ("logout", "session"),
    ("wait pause delay", "sleep"),
    ("method methods", "experience"),
    ("redirect callback cors", "application"),
    ("spa native mobile frontend react vue angular website site", "application"),
    ("account", "user identity"),
    ("holder", "user"),
    ("member membership", "organization"),
    ("right correct valid satisfy meet match really strong", "check verify"),
    ("customer partner business", "organization user"),
    ("promote demote", "role"),
    ("german french spanish italian japanese chinese korean english portuguese dutch", "language phrase"),
    ("week today daily yesterday", "day"),
    ("registered", "user"),
    ("screen", "signin experience"),
    ("device phone", "authenticator"),
    ("claims claim", "jwt customizer"),
    ("cert certs", "certificate"),
    ("allowed capability capabilities ability", "scope permission"),
    ("authorised authorized approved authorization authorisation", "grant"),
    ("enrolled enroll", "mfa"),
    ("address addresses", "email"),
    ("url uri callback", "redirect"),
    ("questions question", "field"),
    ("join joining joins", "jit"),
  ]

  /// All that is known about words, as text.
  static var allTexts: [String] { groups + hints.flatMap { [$0.words, $0.hints] } + joined.keys + joined.values }

  /// Words of the API that a word of a question may mean, by stem, with how sure that is.
  static func related(_ stem: String) -> [(stem: String, weight: Double)] { table[stem] ?? [] }

  private static let table: [String: [(stem: String, weight: Double)]] = {
    var table: [String: [(stem: String, weight: Double)]] = [:]
    func add(_ word: String, _ other: String, _ weight: Double) {
      let from = Words.stem(word)
      let to = Words.stem(other)
      if from != to, table[from]?.contains(where: { $0.stem == to }) != true {
        table[from, default: []].append((to, weight))
      }
    }
    for group in groups {
      let words = group.split(separator: " ").map(String.init)
      for word in words { for other in words { add(word, other, 0.8) } }
    }
    for (words, hints) in hints {
      for word in words.split(separator: " ") {
        for hint in hints.split(separator: " ") { add(String(word), String(hint), 0.6) }
      }
    }
    return table
  }()

  /// Two words that mean one thing, written as one.
  private static let joined: [String: String] = {
    var joined = [
      "how long": "lifetime", "number of": "total", "shut down": "delete", "close down": "delete",
      "id token": "idtoken", "id tokens": "idtoken",
      "single page": "spa", "single sign": "sso", "two factor": "mfa", "multi factor": "mfa", "second factor": "mfa",
      "2 fa": "mfa", "m 2m": "m2m",
      "api key": "apikey", "api keys": "apikey", "third party": "thirdparty", "one time": "onetime",
      "just in": "justintime", "brute force": "bruteforce", "auto join": "autojoin", "look up": "find",
      "look at": "get",
      "set up": "create", "turn off": "disable", "turn on": "enable", "switch off": "disable", "switch on": "enable",
      "get rid": "delete", "take away": "remove", "take back": "revoke", "how many": "total",
    ]
    for (verb, noun) in [("sign", "sign"), ("log", "log")] {
      for form in [verb, verb + "s", verb + "ing", verb + "ed", verb + "ging", verb + "ged"] {
        joined["\(form) in"] = noun == "log" ? "login" : "signin"
        joined["\(form) into"] = noun == "log" ? "login" : "signin"
        joined["\(form) up"] = "signup"
        joined["\(form) ups"] = "signups"
        joined["\(form) ins"] = noun == "log" ? "login" : "signin"
        joined["\(form) out"] = "logout"
      }
    }
    return joined
  }()

  private static let stopping: Set<String> = ["stop", "prevent", "keep"]

  private static let switching: Set<String> = ["turn", "turning", "turned", "switch", "switching", "switched"]

  /// The words of a text with those joined that mean one thing: `sign in` is one word, and so is `log … out`.
  static func words(of text: String) -> [String] {
    var words = Words.split(text)
    var place = 0
    while place + 1 < words.count {
      if let one = joined["\(words[place]) \(words[place + 1])"] {
        words.replaceSubrange(place...place + 1, with: [one])
      } else if let out = words[place...].prefix(5).firstIndex(of: "out"), joined["\(words[place]) out"] != nil {
        words[place] = "logout"
        words.remove(at: out)
      } else if Self.switching.contains(words[place]),
        let end = words[place...].prefix(5).firstIndex(where: { $0 == "off" || $0 == "on" })
      {
        words[place] = words[end] == "off" ? "disable" : "enable"
        words.remove(at: end)
      }
      // "Keep somebody from signing in", "stop an account from being used".
      if Self.stopping.contains(words[place]), words[place...].dropFirst().prefix(5).contains("from") {
        words[place] = "block"
      }
      place += 1
    }
    return words
  }

  /// Words that ask for what end users do with their own account.
  static let oneself: Set<String> = ["myself", "themselves", "yourself", "selfservice", "oneself"]

  /// Words that do so before one of `ownThings`.
  static let owning: Set<String> = ["my", "own", "their"]

  /// What an end user has.
  static let ownThings: Set<String> = [
    "account", "profile", "email", "mail", "phone", "number", "password", "session", "device", "mfa", "2fa", "factor",
    "passkey", "authenticator", "totp", "backup", "code", "identity", "identitie", "name", "username", "avatar",
    "birthday", "address", "grant", "login", "data", "social",
  ]

  /// Words that ask for the steps of a sign-in.
  static let signInSteps: Set<String> = [
    "flow", "during", "interaction", "step", "steps", "experience", "midway", "while",
  ]

  /// Words that ask for what anybody may call.
  static let anybody: Set<String> = ["public", "unauthenticated", "anonymous", "anonymously"]
}
