import { describe } from "vitest"
import { openPostgres } from "../postgres/open-postgres.ts"
import { openAdminClient } from "../testing/admin-client.ts"
import { testServerUrl, withDatabase } from "../testing/postgres-database.ts"
import { describeMigrate, type EmptyDatabase } from "./migrate-suite.ts"
import { describeScriptsMigration } from "./scripts-migration-suite.ts"

const openAs = (name: string) => async (): Promise<EmptyDatabase> => {
  const admin = await openAdminClient(testServerUrl())
  await admin.run(`create database ${name}`)
  return {
    connect: () => openPostgres(withDatabase(testServerUrl(), name), 30_000),
    remove: async () => {
      await admin.run(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

describe("migrating a real Postgres", () => {
  describeMigrate(openAs(`migrate_${process.pid}`), true)
})

describe("migrating drafts to scripts in a real Postgres", () => {
  describeScriptsMigration(openAs(`scripts_${process.pid}`))
})
