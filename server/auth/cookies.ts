/**
 * Reads a Cookie header; of two cookies with one name the first counts, as browsers mean it.
 *
 * However many there are: all headers together have a limit, and cookies that another site of the same
 * domain has set must not lock anyone out.
 */
export function parseCookies(header: string | undefined | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? "").split(";")) {
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
