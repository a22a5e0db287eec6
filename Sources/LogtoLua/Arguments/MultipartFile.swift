import HTTPTransport
import LuaRuntime

/// One file of an upload, as a script gives it: `file = { name = "logo.png", type = "image/png", content = bytes }`, or
/// `file = { path = "logo.png" }` for one in a folder that the owner allowed.
struct MultipartFile {
  let part: HTTPBody.Part

  static let form = "give it as file = { name = \"logo.png\", type = \"image/png\", content = … }"

  /// - Parameter folders: the folders in which `path` may name a file.
  init(_ value: LuaView, field: String, shape: CallShape, folders: [String]) throws(LuaError) {
    if let content = value.bytes {
      part = HTTPBody.Part(name: field, fileName: field, content: .bytes(content))
      return
    }
    guard value.isTable else {
      throw shape.badParameter(field, "is a file, not \(value.described)", hint: Self.form)
    }
    var name: String?
    var type: String?
    var content: HTTPBody.Part.Content?
    try value.eachField { (key, value) throws(LuaError) in
      switch key.text {
      case "name": name = try Self.text(value, "\(field).name", shape)
      case "type": type = try Self.text(value, "\(field).type", shape)
      case "content":
        guard let bytes = value.bytes else {
          throw shape.badParameter("\(field).content", "is a string of bytes, not \(value.described)")
        }
        content = .bytes(bytes)
      case "path":
        let path = try Self.text(value, "\(field).path", shape)
        guard let found = UploadFolder.file(path, in: folders) else {
          throw shape.badParameter(
            "\(field).path", "names no file in an allowed folder: '\(path.shortened(to: 80))'",
            hint: folders.isEmpty ? "no folder is allowed (--upload-path DIR)" : "allowed are \(folders.listed)")
        }
        content = .file(path: found)
        if name == nil { name = String(found.split(separator: "/").last ?? "file") }
      default: throw shape.badParameter("\(field).\(key.described)", "is unknown", hint: Self.form)
      }
    }
    guard let content else { throw shape.badParameter(field, "has no content", hint: Self.form) }
    part = HTTPBody.Part(name: field, fileName: name ?? field, contentType: type, content: content)
  }

  private static func text(_ value: LuaView, _ place: String, _ shape: CallShape) throws(LuaError) -> String {
    guard let text = value.text, !text.utf8.contains(where: { $0 < 0x20 }) else {
      throw shape.badParameter(place, "is a text of one line, not \(value.described)")
    }
    return text
  }
}
