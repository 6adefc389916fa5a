import { getTableColumns, getTableName, is } from "drizzle-orm"
import { PgTable } from "drizzle-orm/pg-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Database } from "../client.ts"
import * as apiKeys from "../schema/api-keys.ts"
import * as approvals from "../schema/approvals.ts"
import * as bin from "../schema/bin.ts"
import * as bots from "../schema/bots.ts"
import * as cleanups from "../schema/cleanups.ts"
import * as comments from "../schema/comments.ts"
import * as contacts from "../schema/contacts.ts"
import * as conversations from "../schema/conversations.ts"
import * as evaluations from "../schema/evaluations.ts"
import * as events from "../schema/events.ts"
import * as files from "../schema/files.ts"
import * as history from "../schema/history.ts"
import * as knowledge from "../schema/knowledge.ts"
import * as mail from "../schema/mail.ts"
import * as memory from "../schema/memory.ts"
import * as models from "../schema/models.ts"
import * as notifications from "../schema/notifications.ts"
import * as organizations from "../schema/organizations.ts"
import * as outbox from "../schema/outbox.ts"
import * as people from "../schema/people.ts"
import * as promptTables from "../schema/prompts.ts"
import * as records from "../schema/records.ts"
import * as results from "../schema/results.ts"
import * as schedules from "../schema/schedules.ts"
import * as settings from "../schema/settings.ts"
import * as sharedFlows from "../schema/shared-flows.ts"
import * as botTables from "../schema/tables.ts"
import * as tasks from "../schema/tasks.ts"
import * as understanding from "../schema/understanding.ts"
import * as users from "../schema/users.ts"
import { openEmbeddedTestDatabase } from "../testing/embedded-database.ts"
import { type CatalogueTable, readTables } from "../testing/read-catalogue.ts"

const nouns = [
  ...[bin, history, notifications, promptTables, evaluations],
  ...[botTables, mail, models, people, tasks],
  ...[
    apiKeys,
    approvals,
    bots,
    contacts,
    conversations,
    events,
    memory,
    organizations,
    outbox,
    records,
  ],
  ...[comments, sharedFlows, results],
  ...[cleanups, files, knowledge, schedules, settings, understanding, users],
]
const tables = nouns
  .flatMap((noun) => Object.values(noun))
  .filter((value): value is PgTable => is(value, PgTable))

describe("the schema in TypeScript", () => {
  let db: Database
  let catalogue: CatalogueTable[]

  beforeAll(async () => {
    db = await openEmbeddedTestDatabase()
    catalogue = await readTables(db)
  })
  afterAll(() => db.close())

  it("names the tables that the migrations make, and no other", () => {
    expect(tables.map((table) => getTableName(table)).sort()).toEqual(
      catalogue.map((table) => table.name),
    )
  })

  it("gives each column the type, the null and the default it has in the database", () => {
    for (const table of tables) {
      const stored = catalogue.find(({ name }) => name === getTableName(table))
      const written = Object.values(getTableColumns(table)).map((column) => ({
        name: column.name,
        type: plainType(column.getSQLType()),
        isNullable: !column.notNull,
        hasDefault: column.hasDefault || column.generated !== undefined,
        isGenerated: column.generated !== undefined,
      }))
      expect(byName(written), getTableName(table)).toEqual(byName(stored?.columns ?? []))
    }
  })
})

function plainType(type: string): string {
  return type.replace(' collate "C"', "").replace("timestamp (3)", "timestamp(3)")
}

function byName<Named extends { name: string }>(columns: readonly Named[]): Named[] {
  return [...columns].sort((a, b) => a.name.localeCompare(b.name))
}
