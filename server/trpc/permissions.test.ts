import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hasPermission, roles } from "#catalog/permissions.ts"
import { callProcedure, listProcedures } from "#server/testing/list-procedures.ts"
import { openTestServer, type TestServer } from "#server/testing/open-test-server.ts"
import { createOwner, createPerson, type TestPerson } from "#server/testing/people.ts"
import { openTestBrowser } from "#server/testing/test-browser.ts"

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
  const people = new Map<string, TestPerson>()
  beforeAll(async () => {
    server = await openTestServer()
    const owner = await createOwner(server)
    orgId = owner.orgId
    people.set("owner", owner)
    for (const role of ["admin", "builder", "viewer"] as const)
      people.set(role, await createPerson(server, { in: { orgId: owner.orgId, role } }))
  })
  afterAll(() => server.close())

  const ofOrg = procedures.filter(
    ({ permission }) => permission !== "anyone" && permission !== "signed_in",
  )

  test.each(ofOrg)("$name", async (procedure) => {
    const { permission } = procedure
    if (permission === undefined || permission === "anyone" || permission === "signed_in") return
    for (const role of roles) {
      const person = people.get(role)
      if (person === undefined) throw new Error(`no ${role}`)
      // An input nobody could mean: a caller who may is told about it, one who may not never gets so far.
      const { code } = await callProcedure(person.browser.fetch, procedure, orgId, {
        "not a field": 1,
      })
      expect(`${role}: ${code}`).toBe(
        `${role}: ${hasPermission(role, permission) ? "request.refused" : "permission.denied"}`,
      )
    }
  })

  test.each(procedures.filter(({ permission }) => permission !== "anyone"))(
    "$name is closed to somebody who is not signed in",
    async (procedure) => {
      const browser = openTestBrowser(server.url)
      const answer = await callProcedure(browser.fetch, procedure, orgId, {})
      expect([answer.status, answer.code]).toEqual([401, "auth.signed_out"])
    },
  )
})
