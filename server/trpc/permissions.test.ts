import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hasPermission, roles } from "#catalog/permissions.ts"
import {
  callTogether,
  type ListedAnswer,
  type ListedProcedure,
  listProcedures,
} from "#server/testing/list-procedures.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createOwner, createPerson } from "#server/testing/people.ts"
import { openTestBrowser, type TestBrowser } from "#server/testing/test-browser.ts"

const procedures = listProcedures()

/** What anyone may call without signing in: by exact name, and each for a reason. */
const openToAnyone = [
  "account.requestReset", // somebody who forgot the password cannot sign in
  "account.resetPassword", // the same, with the link
  "account.signUp",
  "orgs.invitation", // shows what an invitation is for before signing up
  "previews.open", // whoever has the link of a preview needs no account
  "previews.talk", // the same
]

describe("RBAC-01 the table of roles and procedures", () => {
  test("RBAC-05 every procedure declares a permission", () => {
    expect(procedures.filter(({ permission }) => permission === undefined)).toEqual([])
  })

  test("is what was last reviewed", () => {
    const table = procedures.map(({ name, permission }) => {
      if (permission === undefined || permission === "anyone" || permission === "signed_in")
        return `${name}: ${permission}`
      const allowed = roles.filter((role) => hasPermission(role, permission))
      return `${name}: ${permission} (${allowed.join(", ")})`
    })
    expect(table).toMatchSnapshot()
  })

  test("RBAC-05 lists by name what is open to anyone", () => {
    const open = procedures.filter(({ permission }) => permission === "anyone")
    expect(open.map(({ name }) => name)).toEqual(openToAnyone)
  })
})

describe("RBAC-02 RBAC-03 the server answers by that table", () => {
  let server: TestServer
  let orgId = ""
  const ofOrg = procedures.filter(
    ({ permission }) => permission !== "anyone" && permission !== "signed_in",
  )
  const closed = procedures.filter(({ permission }) => permission !== "anyone")
  /** What everybody was answered: by role, and under "nobody" without signing in. */
  const answers = new Map<string, Map<string, ListedAnswer>>()
  const askAll = async (
    who: string,
    browser: TestBrowser,
    asked: readonly ListedProcedure[],
    input: unknown,
  ) => {
    const calls = asked.map((procedure) => ({ procedure, input }))
    const told = await callTogether(browser.fetch, orgId, calls)
    answers.set(
      who,
      new Map(told.map((answer, index) => [asked[index]?.name ?? "", answer] as const)),
    )
  }
  beforeAll(async () => {
    server = await openTestServer()
    const owner = await createOwner(server)
    orgId = owner.orgId
    // An input nobody could mean: a caller who may is told about it, one who may not never gets so far.
    const input = { "not a field": 1 }
    await askAll("owner", owner.browser, ofOrg, input)
    for (const role of ["admin", "builder", "viewer"] as const) {
      const { browser } = await createPerson(server, { in: { orgId: owner.orgId, role } })
      await askAll(role, browser, ofOrg, input)
    }
    await askAll("nobody", openTestBrowser(server.url), closed, {})
  })
  afterAll(() => server.close())

  test.each(ofOrg)("$name", ({ name, permission }) => {
    if (permission === undefined || permission === "anyone" || permission === "signed_in") return
    for (const role of roles)
      expect(`${role}: ${answers.get(role)?.get(name)?.code}`).toBe(
        `${role}: ${hasPermission(role, permission) ? "request.refused" : "permission.denied"}`,
      )
  })

  test.each(closed)("$name is closed to somebody who is not signed in", ({ name }) => {
    const answer = answers.get("nobody")?.get(name)
    expect([answer?.status, answer?.code]).toEqual([401, "auth.signed_out"])
  })
})
