// A process of its own for the tests that need several: makes calls with a token that processes share.
//
//     ClientProbe ENDPOINT CACHE-DIRECTORY [COUNT]
//
// COUNT calls, 1 by default, 0 for ever. Prints the status of each.

import HTTPTransport
import LogtoClient

let words = CommandLine.arguments
var options = ClientOptions()
options.tokenStorage = .files(directory: words[2])
let account = try Account.machine(endpoint: words[1], appID: "probe", appSecret: "s3cr3t-of-the-app")
let client = LogtoClient(account: account, transport: CurlTransport(), options: options)
let count = words.count > 3 ? Int(words[3]) ?? 1 : 1
var made = 0
while count == 0 || made < count {
  print(try await client.send(APIRequest(.get, "/api/users")).status)
  made += 1
  client.forgetToken()
}
