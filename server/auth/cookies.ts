import { AppError } from "#server/errors/app-error.ts"

/** A request with more than this many cookies is no browser of ours. */
const maxCookies = 100

/**
 * Reads a Cookie header; of two cookies with one name the first counts, as browsers mean it.
 *
 * Throws: AppError "request.malformed" for a header without end.
 */
export function parseCookies(header: string | undefined | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  const parts = (header ?? "").split(";")
  if (parts.length > maxCookies)
    throw new AppError("request.malformed", { expected: `one with at most ${maxCookies} cookies` })
  for (const part of parts) {
    const at = part.indexOf("=")
    const name = part.slice(0, at).trim()
    if (at <= 0 || name === "" || cookies.has(name)) continue
    cookies.set(name, decode(part.slice(at + 1).trim()))
  }
  return cookies
}

/** The name of the session cookie; over https browsers refuse to set it from an unsafe page. */
export function sessionCookieName(isHttps: boolean): string {
  return isHttps ? "__Secure-next-auth.session-token" : "next-auth.session-token"
}

function decode(value: string): string {
  const bare = value.replace(/^"(.*)"$/, "$1")
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
