import { describe } from "vitest"
import { openPostgres } from "../postgres/open-postgres.ts"
import { openAdminClient } from "../testing/admin-client.ts"
import { testServerUrl, withDatabase } from "../testing/postgres-database.ts"
import { describeMigrate } from "./migrate-suite.ts"

describe("migrating a real Postgres", () => {
  describeMigrate(async () => {
    const name = `migrate_${process.pid}`
    const admin = await openAdminClient(testServerUrl())
    await admin.run(`create database ${name}`)
    return {
      connect: () => openPostgres(withDatabase(testServerUrl(), name), 30_000),
      remove: async () => {
        await admin.run(`drop database ${name} with (force)`)
        await admin.end()
      },
    }
  }, true)
})
