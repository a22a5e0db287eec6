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
