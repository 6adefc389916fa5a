import { AppError } from "#server/errors/app-error.ts"

/** Names that belong to the connection, not to the caller. */
const ours = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
])
/** What may follow a redirect to another origin; tokens and cookies stay behind. */
const harmless = new Set(["accept", "accept-language", "content-type", "user-agent"])

const tokenPattern = /^[!#$%&'*+.^_`|~0-9a-z-]{1,256}$/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
const unsafeValue = /[\u0000-\u0008\u000a-\u001f\u007f]|[^\u0000-\u00ff]/
const maxValueChars = 8_192

/**
 * Checks the headers a caller chose and gives them in lower case.
 *
 * Throws: AppError "outbound.header_refused" for line breaks, control characters and names of the connection.
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): Map<string, string> {
  const checked = new Map<string, string>()
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase()
    const isRefused =
      !tokenPattern.test(name) ||
      ours.has(name) ||
      name.startsWith("proxy-") ||
      unsafeValue.test(value) ||
      value.length > maxValueChars
    if (isRefused) throw new AppError("outbound.header_refused", { name: given })
    checked.set(name, value)
  }
  return checked
}

/** The headers that go on to another origin. */
export function withoutSecrets(headers: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...headers].filter(([name]) => harmless.has(name)))
}
