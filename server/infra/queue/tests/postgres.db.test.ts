import { afterAll, beforeAll, describe } from "vitest"
import type { Database } from "#db/client.ts"
import { openPostgresTestDatabase } from "#db/testing/postgres-database.ts"
import { createPostgresQueue } from "../postgres.ts"
import { describeQueue } from "./conformance.ts"

describe("the queue in a real Postgres", () => {
  let db: Database
  beforeAll(async () => {
    db = await openPostgresTestDatabase()
  })
  afterAll(() => db.close())

  describeQueue(async (settings) =>
    createPostgresQueue({ ...settings, pool: await db.openPool("bullmq") }),
  )
})
