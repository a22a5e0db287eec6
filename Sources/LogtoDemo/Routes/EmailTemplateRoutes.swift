// Email templates, one a language and purpose.

import JSON

enum EmailTemplateRoutes {
  static let table: [String: DemoHandler] = [
    "logto_list_email_templates": { store, call throws(DemoError) in
      .list(store[.emailTemplates].all.filter { fits($0, call) })
    },
    "logto_get_email_template": { store, call throws(DemoError) in
      .object(try store.require(.emailTemplates, call.id()))
    },
    "logto_replace_email_templates": replace,
    "logto_update_email_template_details": updateDetails,
    "logto_delete_email_template": { store, call throws(DemoError) in try store.remove(.emailTemplates, call.id()) },
    "logto_delete_email_templates": { store, call throws(DemoError) in
      guard call.query["languageTag"] != nil || call.query["templateType"] != nil else {
        throw DemoError(
          400, "connector.email_connector.bulk_deletion_no_filter",
          "At least one filter is required for bulk deletion.")
      }
      let count = store[.emailTemplates].removeAll { fits($0, call) }
      return .object(["rowCount": .integer(Int64(count))])
    },
  ]

  private static func fits(_ row: JSONObject, _ call: Call) -> Bool {
    ["languageTag", "templateType"].allSatisfy { key in call.query[key].map { row[key] == .string($0) } ?? true }
  }

  @Sendable private static func replace(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var rows: [JSONValue] = []
    for template in call["templates"]?.arrayValue ?? [] {
      let old = store[.emailTemplates].all.first { row in
        row["languageTag"] == template["languageTag"] && row["templateType"] == template["templateType"]
      }
      if let old, let row = store[.emailTemplates].update(old.id, { $0["details"] = template["details"] }) {
        rows.append(.object(row))
        continue
      }
      let now = store.clock.tick()
      let row = store.create(
        .emailTemplates,
        [
          "languageTag": template["languageTag"] ?? .null, "templateType": template["templateType"] ?? .null,
          "details": template["details"] ?? [:], "createdAt": .integer(now),
        ])
      rows.append(.object(row))
    }
    return .value(.array(rows))
  }

  @Sendable private static func updateDetails(_ store: inout DemoStore, _ call: Call) throws(DemoError) -> DemoAnswer {
    var details = try store.require(.emailTemplates, call.id())["details"]?.objectValue ?? [:]
    for member in call.body.objectValue ?? [:] { details[member.key] = member.value }
    let value = JSONValue.object(details)
    return .object(store[.emailTemplates].update(call.id()) { $0["details"] = value } ?? [:])
  }
}
