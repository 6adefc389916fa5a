/** next-auth's endpoints on our own server; JSON in, JSON out, the session cookie is HttpOnly. */
const base = "/api/auth"

/** What came of trying to sign in; a failure names a code of `catalog/errors.ts`, or "network". */
export type SignInResult = { readonly ok: true } | { readonly ok: false; readonly code: string }

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
    return readAnswer(response.ok, await response.json())
  } catch {
    return { ok: false, code: "network" }
  }
}

/** next-auth answers with an address; a refusal is an `error` in it. Anything before it answers with a problem. */
function readAnswer(isOk: boolean, body: { url?: string; code?: string }): SignInResult {
  if (!body.url) return { ok: false, code: body.code ?? "internal.unexpected" }
  const error = new URL(body.url, window.location.origin).searchParams.get("error")
  if (isOk && error === null) return { ok: true }
  return { ok: false, code: signInCode(error) }
}

/** next-auth has one word of its own for a wrong password; every other error is a code of ours. */
export function signInCode(error: string | null): string {
  return error === null || error === "CredentialsSignin" ? "auth.credentials_refused" : error
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
