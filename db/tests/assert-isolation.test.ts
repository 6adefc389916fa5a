import { describe, expect, it } from "vitest"
import { assertIsolation } from "../assert-isolation.ts"
import type { Backend, Session } from "../backend.ts"
import { DatabaseError, DatabaseRefusal } from "../errors.ts"
import type { Cell, Result } from "../wire/decode.ts"

/** A database that answers the two questions of the check as it is told. */
function answering(role: readonly Cell[] | Error, unprotected: readonly string[]): Backend {
  const give = (rows: readonly (readonly Cell[])[]): Result => ({
    ...{ columns: [], rows, affected: rows.length, tag: "SELECT" },
  })
  const session: Session = {
    run: async () => give(unprotected.map((name) => [name])),
    runScript: async () => {},
  }
  return {
    query: async (scope) => {
      if (scope.role === "owner") return give([["ann"]])
      if (role instanceof Error) throw role
      return give([role])
    },
    transaction: (_scope, _limitMs, work) => work(session),
    openPool: () => Promise.reject(new Error("not asked for")),
    close: async () => {},
  }
}

describe("the check before anything is served", () => {
  it("passes when the product's role is bound by the policies and every table has them", async () => {
    await assertIsolation(answering(["botwright_app", "f"], []))
  })

  it("refuses a role that could get round the policies, or another one than the product's", async () => {
    for (const role of [
      ["botwright_app", "t"],
      ["postgres", "f"],
      ["postgres", "t"],
    ] as const) {
      const refused = assertIsolation(answering(role, []))
      await expect(refused).rejects.toThrow(DatabaseRefusal)
      await expect(refused).rejects.toThrow(
        `The database runs statements as ${role[0]}, who is not bound by row-level security. Run: alter role botwright_app nosuperuser nobypassrls; and connect without a pooler that drops the role.`,
      )
    }
  })

  it("names the tables that were left without policies", async () => {
    await expect(assertIsolation(answering(["botwright_app", "f"], ["a", "b"]))).rejects.toThrow(
      "Row-level security is off for a, b. Call protect_tenant_table for each in a migration.",
    )
  })

  it("says what to grant to whom when the role cannot be taken", async () => {
    const denied = new DatabaseError("permission denied to set role", { code: "42501" })
    await expect(assertIsolation(answering(denied, []))).rejects.toThrow(
      "The database user of DATABASE_URL may not take the role botwright_app (permission denied to set role). Ask an administrator to run: grant botwright_app, botwright_search, botwright_dispatcher, botwright_accounts to ann;",
    )
  })
})
