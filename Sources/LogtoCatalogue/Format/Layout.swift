// The shape of a compiled catalogue: little-endian 32-bit words, then the bytes of all strings.
//
//   header (18 words) | nodes, lists and records | string offsets | string bytes
//
// Whatever points at something does so by its word offset from the start; strings are named by their number in
// the string table. Equal schema nodes are stored once, so a node's offset is its identity.

/// Numbers shared by the compiler and the reader of a catalogue.
enum Layout {
  /// "LGTC" read as a little-endian word.
  static let magic: UInt32 = 0x4354_474C
  /// Raised whenever a reader of the old form would misread the new one.
  static let version: UInt32 = 2
  static let headerWords = 18
  /// An absent string. Never a string's number.
  static let noString: UInt32 = 0xFFFF_FFFF

  /// What each word of the header holds.
  enum Header: Int {
    case magic, version
    /// Length of the whole in bytes.
    case length
    case checksum
    case operations, operationCount
    case stringOffsets, stringCount
    /// Where string bytes begin, in bytes.
    case stringBytes
    /// Secrets that concern every operation (`*` in the table).
    case secrets, secretCount
    /// Documentation of the helpers, which are no operations.
    case helpers, helperCount
    /// Names of recurring schema nodes.
    case types, typeCount
    /// What the catalogue was made from, as a string.
    case label
    /// The corrections of a tenant's own document, as JSON lines in one string.
    case corrections
  }

  /// One operation: a record of fixed length.
  enum OperationWord: Int {
    case name, path, group, flags, operationID, replacedBy, itemsKey
    case parameters, parameterCount
    case bodyType, bodySchema
    case responses, responseCount
    case scopes, scopeCount
    case secrets, secretCount
    case documentation
  }
  static let operationWords = 18

  /// Bits of an operation's flags. The lowest four are the method, the next four the auth class.
  enum OperationFlag {
    static let write: UInt32 = 1 << 8
    static let destructive: UInt32 = 1 << 9
    static let deprecated: UInt32 = 1 << 10
    static let verification: UInt32 = 1 << 11
    static let body: UInt32 = 1 << 12
    static let bodyRequired: UInt32 = 1 << 13
    static let paginationOptional: UInt32 = 1 << 14
    static let paginationAlways: UInt32 = 1 << 15
  }

  /// name, argument, flags, schema
  static let parameterWords = 4
  enum ParameterFlag {
    static let query: UInt32 = 1
    static let required: UInt32 = 2
    static let list: UInt32 = 4
    static let spread: UInt32 = 8
  }

  /// status, content type, schema
  static let responseWords = 3
  /// side (0 argument, 1 result), path, why
  static let secretWords = 3
  /// name, node, operation, path
  static let typeWords = 4

  /// Bits of a node's first word; see `NodeField` for the words that follow it.
  enum NodeBits {
    static let kindMask: UInt32 = 0xF
    static let nullable: UInt32 = 1 << 4
    static let deprecated: UInt32 = 1 << 5
    /// Seven bits: the JSON types a value may have.
    static let acceptsShift: UInt32 = 8
    static let enumIsJSON: UInt32 = 1 << 30
    static let strict: UInt32 = 1 << 31
  }

  /// The optional words of a node in the order in which the present ones stand; raw value = presence bit.
  enum NodeField: UInt32 {
    case items = 16
    case additional
    case format
    case pattern
    case minLength
    case maxLength
    case minimum
    case maximum
    case minItems
    case maxItems
    case defaultValue
    case enumCount
    case branchCount
    case propertyCount
  }
  /// In a property's name word: the property is required.
  static let requiredBit: UInt32 = 1 << 31

  /// summary, flags (1 idempotent), result, example, then four counts, words for the search, then the lists themselves.
  static let documentationWords = 9
}
