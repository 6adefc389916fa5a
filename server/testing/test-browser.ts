import { createTRPCClient, httpBatchLink, type TRPCClient } from "@trpc/client"
import type { AppRouter } from "#server/trpc/router.ts"

/** A person at a browser: keeps cookies and says which page it is on, as browsers do. */
export interface TestBrowser {
  readonly cookies: Map<string, string>
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Signs in by next-auth's own steps; gives the answer to the password. */
  signIn(email: string, password: string): Promise<Response>
  signOut(): Promise<Response>
  /** The dashboard's client, for one organization or none. */
  api(orgId?: string): TRPCClient<AppRouter>
}

/** Opens a browser on a server's own pages. */
export function openTestBrowser(url: string): TestBrowser {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (!headers.has("origin")) headers.set("origin", url)
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "))
    const target = path.startsWith("http") ? path : url + path
    const response = await fetch(target, { redirect: "manual", ...init, headers })
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    return response
  }
  const post = async (action: string, fields: Record<string, string>) => {
    const { csrfToken } = (await (await send("/api/auth/csrf")).json()) as { csrfToken: string }
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" })
    return send(`/api/auth/${action}`, { method: "POST", body })
  }
  return {
    cookies,
    fetch: send,
    signIn: (email, password) => post("callback/credentials", { email, password }),
    signOut: () => post("signout", {}),
    api: (orgId) =>
      createTRPCClient<AppRouter>({
        links: [
          httpBatchLink({
            url: `${url}/api/trpc`,
            headers: orgId === undefined ? {} : { "x-botwright-org": orgId },
            fetch: (target, init) => send(String(target), init as RequestInit),
          }),
        ],
      }),
  }
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = "", ...attributes] = header.split(";")
  const at = pair.indexOf("=")
  const name = pair.slice(0, at)
  const isGone = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one))
  if (isGone || pair.slice(at + 1) === "") cookies.delete(name)
  else cookies.set(name, pair.slice(at + 1))
}
