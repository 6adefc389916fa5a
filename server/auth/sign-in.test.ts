import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hashPassword, isPassword } from "#server/services/accounts/hash-password.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createPerson, testPassword } from "#server/testing/people.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const wrong = "wrong horse battery"
const signUp = { email: "Ana@Example.org", name: "Ana", password: testPassword }

describe("signing in", () => {
  test("a person signs up, signs in in any spelling of the address, and signs out", async () => {
    const browser = openTestBrowser(server.url)
    await browser.api().account.signUp.mutate(signUp)
    expect(await codeOf(browser.api().account.me.query())).toBe("auth.signed_out")
    expect((await browser.signIn(" ana@EXAMPLE.org ", testPassword)).status).toBe(200)
    const me = await browser.api().account.me.query()
    expect(me.user).toMatchObject({ email: "ana@example.org", name: "Ana" })
    const session = await (await browser.fetch("/api/auth/session")).json()
    expect(session).toMatchObject({ user: { email: "ana@example.org" } })
    await browser.signOut()
    expect(await codeOf(browser.api().account.me.query())).toBe("auth.signed_out")
  })

  test("an address that has an account cannot be signed up again, whatever its spelling", async () => {
    const browser = openTestBrowser(server.url)
    const again = browser.api().account.signUp.mutate({ ...signUp, email: "ANA@example.org" })
    expect(await codeOf(again)).toBe("auth.email_taken")
  })

  test("AUTH-06 the session cookie is for the server only and does not travel to other sites", async () => {
    const person = await createPerson(server)
    const answer = await person.browser.signIn(person.email, testPassword)
    const cookie = answer.headers.getSetCookie().find((one) => one.includes("session-token")) ?? ""
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).not.toMatch(/; Secure/i)
  })

  test("AUTH-06 a sign-in without the token of our own page does nothing", async () => {
    const { email } = await createPerson(server)
    const browser = openTestBrowser(server.url)
    const body = new URLSearchParams({
      email,
      password: testPassword,
      csrfToken: "guessed",
      json: "true",
    })
    await browser.fetch("/api/auth/callback/credentials", { method: "POST", body })
    expect(await codeOf(browser.api().account.me.query())).toBe("auth.signed_out")
  })

  test("AUTH-04 after signing in nobody is led to another site", async () => {
    const { email } = await createPerson(server)
    for (const callbackUrl of [
      "//evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/\\evil.example",
    ]) {
      const browser = openTestBrowser(server.url)
      const { csrfToken } = await (await browser.fetch("/api/auth/csrf")).json()
      const body = new URLSearchParams({ email, password: testPassword, csrfToken, callbackUrl })
      const answer = await browser.fetch("/api/auth/callback/credentials", { method: "POST", body })
      expect(answer.headers.get("location")).toBe(server.url)
    }
  })

  test("only the steps we use exist under /api/auth", async () => {
    const browser = openTestBrowser(server.url)
    for (const path of ["_log", "signin/credentials", "callback/google", "verify-request"]) {
      const answer = await browser.fetch(`/api/auth/${path}`, {
        method: "POST",
        body: new URLSearchParams(),
      })
      expect(answer.status).toBe(404)
    }
  })

  test("bodies that are too large, of another kind or no JSON are answered plainly", async () => {
    const browser = openTestBrowser(server.url)
    const post = async (body: string, type: string) => {
      const answer = await browser.fetch("/api/auth/callback/credentials", {
        method: "POST",
        body,
        headers: { "content-type": type },
      })
      return [answer.status, (await answer.json()).code]
    }
    expect(await post("x".repeat(70_000), "application/x-www-form-urlencoded")).toEqual([
      413,
      "request.too_large",
    ])
    expect(await post("<x/>", "text/xml")).toEqual([415, "request.type_refused"])
    expect(await post("[1]", "application/json")).toEqual([400, "request.malformed"])
  })
})

describe("AUTH-03 who has an account", () => {
  test("a wrong password and an unknown address are answered alike", async () => {
    const { email } = await createPerson(server)
    const answers: string[] = []
    for (const address of [email, "nobody@example.test", "no address at all"]) {
      const answer = await openTestBrowser(server.url).signIn(address, wrong)
      answers.push(`${answer.status} ${await answer.text()}`)
    }
    expect(new Set(answers).size).toBe(1)
  })

  test("an address nobody has costs as much work as one somebody has", async () => {
    const hash = await hashPassword(testPassword)
    await isPassword(null, wrong)
    // Work rather than time, so that a busy machine changes nothing.
    const workOf = async (stored: string | null) => {
      const before = process.cpuUsage()
      for (let round = 0; round < 8; round++) await isPassword(stored, wrong)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const [known, unknown] = [await workOf(hash), await workOf(null)]
    expect(unknown).toBeGreaterThan(known / 2)
    expect(unknown).toBeLessThan(known * 2)
  })
})

describe("AUTH-02 guessing", () => {
  test("an account is locked within ten tries, for everyone, and opens again after a while", async () => {
    const { email } = await createPerson(server)
    const answers: string[] = []
    for (let attempt = 0; attempt < 10; attempt++)
      answers.push(await (await openTestBrowser(server.url).signIn(email, wrong)).text())
    expect(answers.at(0)).toContain("CredentialsSignin")
    expect(answers.at(-1)).toContain("auth.locked")
    const browser = openTestBrowser(server.url)
    expect((await browser.signIn(email, testPassword)).status).toBe(401)
    server.clock.advance(16 * 60_000)
    expect((await browser.signIn(email, testPassword)).status).toBe(200)
  })

  test("further fields of the body do not make another account of it", async () => {
    const { email } = await createPerson(server)
    let last = ""
    for (let attempt = 0; attempt < 10; attempt++) {
      const browser = openTestBrowser(server.url)
      const { csrfToken } = await (await browser.fetch("/api/auth/csrf")).json()
      const body = new URLSearchParams({
        csrfToken,
        json: "true",
        email: ` ${email.toUpperCase()}`,
        password: wrong,
      })
      body.append("ip", `1.2.3.${attempt}`)
      body.append("username", `u${attempt}`)
      const headers = { "x-forwarded-for": `1.2.3.${attempt}` }
      last = await (
        await browser.fetch("/api/auth/callback/credentials", { method: "POST", body, headers })
      ).text()
    }
    expect(last).toContain("auth.locked")
  })
})

describe("sessions", () => {
  test("AUTH-05 a revoked session stops working at once, the others go on", async () => {
    const person = await createPerson(server)
    const other = openTestBrowser(server.url)
    await other.signIn(person.email, testPassword)
    const sessions = await person.browser.api().account.sessions.query()
    expect(sessions).toHaveLength(2)
    const target = sessions.find((session) => !session.isCurrent)
    await person.browser.api().account.revokeSession.mutate({ sessionId: target?.id ?? "" })
    expect(await codeOf(other.api().account.me.query())).toBe("auth.signed_out")
    expect(await (await other.fetch("/api/auth/session")).json()).toEqual({})
    expect(await codeOf(person.browser.api().account.me.query())).toBe("ok")
  })

  test("nobody revokes the session of somebody else", async () => {
    const [one, other] = [await createPerson(server), await createPerson(server)]
    const [session] = await one.browser.api().account.sessions.query()
    const call = other.browser.api().account.revokeSession.mutate({ sessionId: session?.id ?? "" })
    expect(await codeOf(call)).toBe("account.session_not_found")
    expect(await codeOf(one.browser.api().account.me.query())).toBe("ok")
  })

  test("SES-02 a session cookie that was changed, is huge or is nonsense opens nothing", async () => {
    const person = await createPerson(server)
    const [name, token = ""] = [...person.browser.cookies].find(([one]) =>
      one.includes("session-token"),
    ) ?? [""]
    for (const value of [`${token.slice(0, -4)}AAAA`, "x".repeat(9_000), "%00", "{}", ""]) {
      const browser = openTestBrowser(server.url)
      browser.cookies.set(name, value)
      expect(await codeOf(browser.api().account.me.query())).toBe("auth.signed_out")
    }
  })

  test("a session ends by itself after thirty days", async () => {
    const person = await createPerson(server)
    await server.db.accountsQuery("update login_sessions set expires_at = $2 where user_id = $1", [
      person.userId,
      server.clock.now(),
    ])
    expect(await codeOf(person.browser.api().account.me.query())).toBe("auth.signed_out")
  })

  test("SEC-06 what the database holds of sessions and passwords opens nothing", async () => {
    const person = await createPerson(server)
    const [row] = await server.db.accountsQuery<{ id: string; hash: string }>(
      "select s.id, u.password_hash as hash from login_sessions s join users u on u.id = s.user_id where u.id = $1",
      [person.userId],
    )
    expect(row?.hash).toMatch(/^\$argon2id\$/)
    const browser = openTestBrowser(server.url)
    browser.cookies.set("next-auth.session-token", row?.id ?? "")
    expect(await codeOf(browser.api().account.me.query())).toBe("auth.signed_out")
  })
})

test("no password and no cookie stands in the log", () => {
  const log = server.logLines.join("\n")
  expect(log).not.toContain(testPassword)
  expect(log).not.toContain("session-token")
})
