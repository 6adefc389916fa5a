import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { createTestOrg } from "#db/testing/factories.ts"
import { createPostgresQueue } from "../postgres.ts"
import { describeQueue } from "./conformance.ts"

describe("the queue in the embedded database", () => {
  let db: Database
  beforeAll(async () => {
    db = await openEmbeddedTestDatabase()
  })
  afterAll(() => db.close())

  const open = async (settings: Parameters<Parameters<typeof describeQueue>[0]>[0]) =>
    createPostgresQueue({ ...settings, pool: await db.openPool("bullmq") })

  describeQueue(open)

  it("refuses at once inside a transaction, where waiting would stop the database for good", async () => {
    const queue = await open({
      assertOutsideTransaction: () => db.assertOutsideTransaction(),
      report: () => {},
    })
    const org = await createTestOrg(db)
    const hint = { rowId: newId("evt") }
    await expect(db.withOrg(org, () => queue.add("guarded", hint))).rejects.toThrow(
      /while a transaction is open here/,
    )
    await queue.add("guarded", hint)
    expect(await queue.countWaiting("guarded")).toBe(1)
    await queue.close()
  })
})
