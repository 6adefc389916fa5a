import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { codeOf, createPerson, testPassword } from "#server/testing/people.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"
import { makeResetLink } from "./make-reset-link.ts"
import { signOperatorReset } from "./operator-link.ts"

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const newPassword = "another good secret"
const tokenOf = (link: string) => link.split("/").at(-1) ?? ""
const anyone = () => openTestBrowser(server.url).api()

describe("an account", () => {
  test.each([
    [{ email: "no address" }, "email must be an e-mail address"],
    [{ email: "a@b.c\u0000" }, "email must be an e-mail address"],
    [{ name: "" }, "name must have at least 1 characters"],
    [{ name: "two\nlines" }, "name must be one line without control characters"],
    [{ password: "short" }, "password must have at least 10 characters"],
    [{ password: "aaaaaaaaaaaaaa" }, "password must have at least 5 different characters"],
    [{ email: ["a@b.co"] }, "email must be text"],
    [{ role: "owner" }, "there is no field role"],
  ])("ISO-07 is not made from %j", async (change, problem) => {
    const input = { email: "x@example.org", name: "X", password: testPassword, ...change }
    const call = anyone().account.signUp.mutate(input as never)
    await expect(call).rejects.toMatchObject({
      data: { problem: { status: 400, detail: `${problem}.` } },
    })
  })

  test("AUTH-05 a new password ends the person's other sessions and the old password", async () => {
    const person = await createPerson(server)
    const other = openTestBrowser(server.url)
    await other.signIn(person.email, testPassword)
    const change = { currentPassword: testPassword, newPassword }
    await person.browser.api().account.changePassword.mutate(change)
    expect(await codeOf(person.browser.api().account.me.query())).toBe("ok")
    expect(await codeOf(other.api().account.me.query())).toBe("auth.signed_out")
    expect((await other.signIn(person.email, testPassword)).status).toBe(401)
    expect((await other.signIn(person.email, newPassword)).status).toBe(200)
  })

  test("the password is not changed without the current one, and not guessed this way either", async () => {
    const person = await createPerson(server)
    const change = { currentPassword: "not the current one", newPassword }
    const codes: string[] = []
    for (let attempt = 0; attempt < 10; attempt++)
      codes.push(await codeOf(person.browser.api().account.changePassword.mutate(change)))
    expect(codes[0]).toBe("auth.credentials_refused")
    expect(codes.at(-1)).toBe("auth.locked")
  })
})

describe("a link to set a new password", () => {
  test("works once, and signs all devices out", async () => {
    const person = await createPerson(server)
    const link = await makeResetLink(server.container, person.email.toUpperCase())
    expect(link.startsWith(`${server.url}/reset/`)).toBe(true)
    await anyone().account.resetPassword.mutate({ token: tokenOf(link), newPassword })
    expect(await codeOf(person.browser.api().account.me.query())).toBe("auth.signed_out")
    expect((await openTestBrowser(server.url).signIn(person.email, newPassword)).status).toBe(200)
    const again = anyone().account.resetPassword.mutate({ token: tokenOf(link), newPassword })
    expect(await codeOf(again)).toBe("auth.link_spent")
  })

  test("AUTH-01 spent, expired, replaced, made-up and malformed links are all refused", async () => {
    const person = await createPerson(server)
    const replaced = await makeResetLink(server.container, person.email)
    const expired = await makeResetLink(server.container, person.email)
    server.clock.advance(61 * 60_000)
    for (const token of [tokenOf(replaced), tokenOf(expired), "x".repeat(43)])
      expect(await codeOf(anyone().account.resetPassword.mutate({ token, newPassword }))).toBe(
        "auth.link_spent",
      )
    for (const token of [null, "", undefined, ["x".repeat(43)], { $gt: "" }, "x".repeat(1_000)]) {
      const call = anyone().account.resetPassword.mutate({ token, newPassword } as never)
      expect(await codeOf(call)).toBe("request.refused")
    }
    expect((await openTestBrowser(server.url).signIn(person.email, testPassword)).status).toBe(200)
  })

  test("made on the command line works once, for its account and until it expires", async () => {
    const person = await createPerson(server)
    const { secrets } = server.container
    const token = signOperatorReset(secrets, ` ${person.email.toUpperCase()}`, server.clock.now())
    const reset = (given: string) =>
      codeOf(anyone().account.resetPassword.mutate({ token: given, newPassword }))
    expect(await reset(`${token.slice(0, -2)}AA`)).toBe("auth.link_spent")
    expect(
      await reset(
        signOperatorReset({ sessionSecret: "another" }, person.email, server.clock.now()),
      ),
    ).toBe("auth.link_spent")
    expect(await reset(signOperatorReset(secrets, "nobody@example.org", server.clock.now()))).toBe(
      "auth.link_spent",
    )
    expect(await reset(token)).toBe("ok")
    expect(await reset(token)).toBe("auth.link_spent")
    expect((await openTestBrowser(server.url).signIn(person.email, newPassword)).status).toBe(200)
    const late = signOperatorReset(secrets, person.email, server.clock.now())
    server.clock.advance(61 * 60_000)
    expect(await reset(late)).toBe("auth.link_spent")
  })

  test("AUTH-03 is asked for with the same answer whether or not there is an account", async () => {
    const person = await createPerson(server)
    expect(await anyone().account.requestReset.mutate({ email: "nobody@example.org" })).toBeNull()
    expect(await anyone().account.requestReset.mutate({ email: person.email })).toBeNull()
    const outbox = join(server.container.env.dataDir, "outbox")
    const mails = await vi.waitFor(async () => {
      const names = (await readdir(outbox)).filter((name) => name.endsWith(".eml"))
      expect(names).toHaveLength(1)
      return names
    })
    const mail = await readFile(join(outbox, mails[0] ?? ""), "utf8")
    expect(mail).toContain(`To: ${person.email}`)
    const token = /\/reset\/([\w-]+)/.exec(mail)?.[1] ?? ""
    await anyone().account.resetPassword.mutate({ token, newPassword })
  })

  test("SEC-06 the database holds no token that could be used as it lies", async () => {
    const person = await createPerson(server)
    const token = tokenOf(await makeResetLink(server.container, person.email))
    const rows = await server.db.accountsQuery<{ tokenHash: string }>(
      `select token_hash as "tokenHash" from password_resets where user_id = $1`,
      [person.userId],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.tokenHash).not.toBe(token)
    const call = anyone().account.resetPassword.mutate({
      token: rows[0]?.tokenHash ?? "",
      newPassword,
    })
    expect(await codeOf(call)).toBe("auth.link_spent")
  })
})
