/** next-auth's endpoints on our own server; JSON in, JSON out, the session cookie is HttpOnly. */
const base = "/api/auth"

/** What came of trying to sign in. `retryAfterSeconds` with "locked": how long no further try is taken. */
export type SignInResult =
  | { readonly kind: "ok" }
  | { readonly kind: "refused" }
  | { readonly kind: "locked" }
  | { readonly kind: "unreachable" }

async function loadCsrfToken(): Promise<string> {
  const response = await fetch(`${base}/csrf`, { headers: { accept: "application/json" } })
  const body: { csrfToken?: string } = await response.json()
  return body.csrfToken ?? ""
}

/** Signs in with e-mail address and password; the browser keeps the session. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  try {
    const csrfToken = await loadCsrfToken()
    const response = await fetch(`${base}/callback/credentials`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
    })
    return await readResult(response)
  } catch {
    return { kind: "unreachable" }
  }
}

/** next-auth answers 200 with an address; a refusal is an `error` in that address, or a status of its own. */
async function readResult(response: Response): Promise<SignInResult> {
  if (response.status === 429) return { kind: "locked" }
  const body: { url?: string } = await response.json().catch(() => ({}))
  const error = body.url
    ? new URL(body.url, window.location.origin).searchParams.get("error")
    : null
  if (error?.includes("locked")) return { kind: "locked" }
  if (response.ok && !error) return { kind: "ok" }
  return response.status >= 500 ? { kind: "unreachable" } : { kind: "refused" }
}

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  const csrfToken = await loadCsrfToken()
  await fetch(`${base}/signout`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  })
}
