import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import type { Database } from "../client.ts"
import { findDatabaseError } from "../errors.ts"
import type { OpenTestDatabase } from "../testing/database-source.ts"
import type { CatalogueTable } from "../testing/read-catalogue.ts"
import { buildRow, createMirror, insertOf, type Mirror, type Row } from "./mirror.ts"

/** Tables of people, who belong to no organization. Any other table without one fails the suite. */
const peopleTables = ["login_sessions", "password_resets", "users"]

/** Columns that name something by id without a foreign key, and why that is right. */
const looseIds: Readonly<Record<string, string>> = {
  "awaited_events.wait_id": "a wait is part of the conversation's state, not a row",
  "bot_tables.next_id": "the number of the next row, not a row",
  "contacts.external_id": "the channel's own name for a person",
  "journal.step_id": "a place in a program, not a row",
  "messages.step_id": "a place in a program, not a row",
  "model_usage.step_id": "a place in a program, not a row",
  "messages.event_id": "a turn without effects stores no event",
  "prompt_uses.split_id": "a comparison goes with its prompt, and so does every use",
  "runs.parent_run_id": "a run of another conversation may be stored later, or be gone",
  "schedules.last_event_id": "events are cleared away, the schedule stays",
  "mails.message_id": "the name other mail programs know the mail by",
  "suppressed_messages.event_id": "a turn without effects stores no event",
  "timers.wait_id": "a wait is part of the conversation's state, not a row",
}

const dispatcherColumns = {
  alerts: ["due", "id", "org_id"],
  api_keys: ["id", "key_hash", "org_id"],
  bin_entries: ["due", "id", "org_id"],
  blobs: ["due", "id", "org_id"],
  bot_tables: ["due", "id", "org_id"],
  bots: ["id", "org_id", "slug", "staging_slug"],
  cleanups: ["due", "id", "org_id"],
  conversations: ["id", "org_id", "token_hash"],
  inbound_events: ["due", "id", "org_id"],
  knowledge_documents: ["due", "id", "org_id"],
  knowledge_sites: ["due", "id", "org_id"],
  evaluation_runs: ["due", "id", "org_id"],
  invites: ["id", "org_id", "token_hash"],
  mails: ["due", "id", "org_id"],
  outbox: ["due", "id", "org_id"],
  previews: ["id", "org_id", "token_hash"],
  schedules: ["due", "id", "org_id"],
  timers: ["due", "id", "org_id"],
}

/** What the role for sign-in may read of organizations; the tables of people it has whole. */
const accountsColumns = { members: ["org_id", "role", "user_id"], organizations: ["id", "name"] }

const denied = "42501"

/** Every promise of tenancy, over every table that the catalogue knows. */
export function describeIsolation(open: OpenTestDatabase) {
  let db: Database
  let mirror: Mirror

  beforeAll(async () => {
    db = await open()
    mirror = await createMirror(db)
  })
  afterAll(() => db.close())

  const tenantTables = () => mirror.tables.filter((table) => table.orgColumn !== null)

  /** Runs a check over tables and names the table that fails it. */
  async function overTenantTables(check: (table: CatalogueTable) => Promise<void>) {
    expect(tenantTables().length).toBeGreaterThan(15)
    for (const table of tenantTables()) {
      try {
        await check(table)
      } catch (error) {
        throw new Error(`table ${table.name}`, { cause: error })
      }
    }
  }

  const asUs = (text: string, params: readonly unknown[] = []) =>
    db.tenantQuery([mirror.ours.orgId], text, params as string[])
  const asThem = (text: string, params: readonly unknown[] = []) =>
    db.tenantQuery([mirror.theirs.orgId], text, params as string[])
  const rowOf = (side: Mirror["ours"], table: CatalogueTable): Row =>
    side.rows.get(table.name) ?? {}
  const freshRow = (table: CatalogueTable, side: Mirror["ours"]) =>
    buildRow(table, mirror.references, side.rows, side.orgId, newId("msg").slice(4))

  async function expectRefused(call: Promise<unknown>, ...codes: string[]) {
    const code = await call.then(
      () => "accepted",
      (error: unknown) => findDatabaseError(error)?.code ?? String(error),
    )
    expect(codes).toContain(code)
  }

  /** Stores a row; where a parent has one row at most, ours stands aside for it. */
  async function insertAlone(table: CatalogueTable, row: Row) {
    const { text, params } = insertOf(table.name, row)
    try {
      return await asUs(text, params)
    } catch (error) {
      if (findDatabaseError(error)?.code !== "23505") throw error
    }
    await asUs(`delete from "${table.name}"`)
    try {
      return await asUs(text, params)
    } finally {
      const own = insertOf(table.name, rowOf(mirror.ours, table))
      await asUs(own.text, own.params)
    }
  }

  async function expectTheirRowUntouched(table: CatalogueTable) {
    const [row] = await asThem(`select to_jsonb(t) as row from "${table.name}" t`)
    const stored = row?.row as Row
    const written = rowOf(mirror.theirs, table)
    for (const { name, type } of table.columns)
      if (type.startsWith("text") && !type.startsWith("text["))
        expect(stored[name], `${table.name}.${name}`).toBe(written[name])
  }

  describe("the catalogue", () => {
    it("has no table without forced row-level security (ISO-03)", () => {
      expect(mirror.tables.filter((table) => !table.isForced)).toEqual([])
      const withoutOrg = mirror.tables.filter((table) => table.orgColumn === null)
      expect(withoutOrg.map((table) => table.name)).toEqual(peopleTables)
    })

    it("has no tenant table whose organization may be null (ISO-08)", () => {
      for (const table of tenantTables())
        expect(
          table.columns.find(({ name }) => name === table.orgColumn)?.isNullable,
          table.name,
        ).toBe(false)
    })

    it("names the organization in every reference between tenant tables", () => {
      const tenants = new Set(tenantTables().map((table) => table.name))
      for (const each of mirror.references) {
        if (!tenants.has(each.table) || !tenants.has(each.target)) continue
        const at = each.columns.indexOf("org_id")
        expect(at, each.name).not.toBe(-1)
        expect(["org_id", "id"], each.name).toContain(each.targetColumns[at])
      }
    })

    it("has no column that names a row by id without a reference, but those with a reason", () => {
      const held = new Set(
        mirror.references.flatMap((each) => each.columns.map((name) => `${each.table}.${name}`)),
      )
      const loose = tenantTables().flatMap((table) =>
        table.columns
          .filter(({ name }) => name.endsWith("_id") && name !== "org_id")
          .map(({ name }) => `${table.name}.${name}`)
          .filter((place) => !held.has(place)),
      )
      expect(loose).toEqual(Object.keys(looseIds).sort())
    })

    it("has no function that lends its owner's rights", async () => {
      const rows = await db.asOwner((tx) =>
        tx.rows(
          "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace",
        ),
      )
      expect(rows).toEqual([])
    })
  })

  describe("the app role with one organization", () => {
    it("reads its own row of every table and no other (ISO-03)", async () => {
      await overTenantTables(async (table) => {
        const rows = await asUs(`select "${table.orgColumn}" as org from "${table.name}"`)
        expect(rows).toEqual([{ org: mirror.ours.orgId }])
        const asked = `select 1 from "${table.name}" where "${table.orgColumn}" = $1`
        expect(await asUs(asked, [mirror.theirs.orgId])).toEqual([])
      })
    })

    it("changes and deletes no row of another organization", async () => {
      await overTenantTables(async (table) => {
        const { name, orgColumn } = table
        for (const text of [
          `update "${name}" set "${orgColumn}" = "${orgColumn}" where "${orgColumn}" = $1 returning 1`,
          `delete from "${name}" where "${orgColumn}" = $1 returning 1`,
        ]) {
          const changed = await asUs(text, [mirror.theirs.orgId]).catch((error: unknown) => {
            expect(findDatabaseError(error)?.code).toBe(denied)
            return []
          })
          expect(changed).toEqual([])
        }
        await expectTheirRowUntouched(table)
      })
    })

    it("writes no row into another organization and moves none there", async () => {
      await overTenantTables(async (table) => {
        const theirs = insertOf(table.name, freshRow(table, mirror.theirs))
        await expectRefused(asUs(theirs.text, theirs.params), denied)
        const move = `update "${table.name}" set "${table.orgColumn}" = $1`
        await expectRefused(asUs(move, [mirror.theirs.orgId]), denied)
      })
    })

    it("writes no row that belongs to nobody (ISO-08)", async () => {
      await overTenantTables(async (table) => {
        const row = { ...freshRow(table, mirror.ours), [table.orgColumn ?? ""]: null }
        const { text, params } = insertOf(table.name, row)
        await expectRefused(asUs(text, params), denied, "23502")
      })
    })

    it("refers to no row of another organization (ISO-09)", async () => {
      let tried = 0
      await overTenantTables(async (table) => {
        for (const each of mirror.references) {
          const parent = mirror.theirs.rows.get(each.target)
          if (each.table !== table.name || !each.columns.includes("org_id")) continue
          if (each.columns.length < 2 || parent === undefined) continue
          const row = freshRow(table, mirror.ours)
          each.columns.forEach((column, index) => {
            if (column !== "org_id") row[column] = parent[each.targetColumns[index] ?? ""]
          })
          await expectRefused(insertAlone(table, row), "23503")
          tried++
        }
      })
      expect(tried).toBeGreaterThan(15)
    })

    it("takes over no row by an insert that meets an existing key (ISO-06)", async () => {
      await overTenantTables(async (table) => {
        const theirs = rowOf(mirror.theirs, table)
        const row = { ...freshRow(table, mirror.ours), ...keysOf(table, theirs) }
        const { text, params } = insertOf(table.name, row)
        await asUs(`${text} on conflict do nothing`, params).catch(() => {})
        await expectTheirRowUntouched(table)
        for (const key of await uniqueKeys(table)) {
          const columns = key.map((name) => `"${name}"`).join(", ")
          const taken = { ...freshRow(table, mirror.ours) }
          for (const name of key) taken[name] = theirs[name]
          const upsert = insertOf(table.name, taken)
          await asUs(
            `${upsert.text} on conflict (${columns}) do update set "${table.orgColumn}" = excluded."${table.orgColumn}"`,
            upsert.params,
          ).catch(() => {})
          await expectTheirRowUntouched(table)
        }
      })
      await removeStrays()
    })

    it("sees the people it shares an organization with, without their secrets", async () => {
      const person = mirror.ours.rows.get("users")?.id
      expect(await asUs("select id from users")).toEqual([{ id: person }])
      for (const text of [
        "select password_hash from users",
        "select * from login_sessions",
        "select * from password_resets",
        "update users set name = 'x'",
        "delete from users",
      ])
        await expectRefused(asUs(text), denied)
    })

    it("makes no table, no role and no policy", async () => {
      for (const text of [
        "create table stolen (x int)",
        "create role stolen",
        "alter table bots no force row level security",
        "drop policy tenant on bots",
        "select * from schema_migrations",
      ])
        await expectRefused(asUs(text), denied)
    })
  })

  describe("the app role without an organization", () => {
    it("sees nothing in any table (ISO-16)", async () => {
      await overTenantTables(async (table) => {
        expect(await db.tenantQuery([], `select 1 from "${table.name}"`)).toEqual([])
      })
    })

    it("writes nothing into any table", async () => {
      await overTenantTables(async (table) => {
        const { text, params } = insertOf(table.name, freshRow(table, mirror.ours))
        await expectRefused(db.tenantQuery([], text, params), denied)
      })
    })
  })

  describe("a batch of organizations", () => {
    it("sees the rows of the organizations it names and no other", async () => {
      const third = await createMirror(db)
      const orgs = [mirror.ours.orgId, mirror.theirs.orgId].sort()
      const rows = await db.tenantQuery(
        [mirror.ours.orgId, mirror.theirs.orgId],
        "select org_id from conversations order by 1",
      )
      expect(rows).toEqual(orgs.map((org_id) => ({ org_id })))
      for (const side of [third.ours, third.theirs])
        await db.tenantQuery([side.orgId], "delete from organizations")
    })
  })

  describe("the other roles", () => {
    async function grantsOf(role: string) {
      const rows = await db.asOwner((tx) =>
        tx.rows<{ table: string; privilege: string; column: string }>(
          `select table_name as table, lower(privilege_type) as privilege, column_name as column
           from information_schema.column_privileges
           where grantee = $1 and table_schema = 'public' order by 1, 2, 3`,
          [role],
        ),
      )
      const grants: Record<string, string[]> = {}
      for (const { table, privilege, column } of rows) {
        const key = privilege === "select" ? table : `${privilege} ${table}`
        grants[key] = [...(grants[key] ?? []), column]
      }
      return grants
    }

    it("let the dispatcher read exactly the columns it is for, and write nothing", async () => {
      expect(await grantsOf("botwright_dispatcher")).toEqual(dispatcherColumns)
      await expectRefused(db.dispatcherQuery("select * from conversations"), denied)
      await expectRefused(db.dispatcherQuery("select text from messages"), denied)
      await expectRefused(db.dispatcherQuery("delete from timers"), denied)
      expect(await db.dispatcherQuery("select id, org_id, due from timers")).toHaveLength(2)
    })

    it("let a search look words up in the organizations it is for alone, and read no text", async () => {
      expect(await grantsOf("botwright_search")).toEqual({
        knowledge_chunks: ["base_id", "id", "org_id", "terms"],
      })
      const both = [mirror.ours.orgId, mirror.theirs.orgId]
      const rows = await db.tenantQuery<{ base: string }>(
        both,
        "select base_id as base from knowledge_chunks",
      )
      const bases = rows.map(({ base }) => base)
      const count = async (orgs: typeof both, words: string) => {
        const counted = "select count from knowledge_counts($1, $2, 10) count"
        const [row] = await db.searchQuery<{ count: number }>(orgs, counted, [bases, [words]])
        return row?.count
      }
      expect(await count(both, "word")).toBe(2)
      expect(await count([mirror.ours.orgId], "word")).toBe(1)
      expect(await count([mirror.ours.orgId], "other")).toBe(0)
      expect(await count([], "word")).toBe(0)
      expect(await db.searchQuery(both, "select id from knowledge_chunks")).toEqual([])
      await expectRefused(db.searchQuery(both, "select text from knowledge_chunks"), denied)
      await expectRefused(db.searchQuery(both, "delete from knowledge_chunks"), denied)
    })

    it("let sign-in read exactly the organizations of a person, beside the tables of people", async () => {
      const grants = await grantsOf("botwright_accounts")
      const beside = Object.entries(grants).filter(
        ([key]) => !peopleTables.includes(key.split(" ").pop() ?? ""),
      )
      expect(Object.fromEntries(beside)).toEqual(accountsColumns)
      await expectRefused(db.accountsQuery("select * from bots"), denied)
      await expectRefused(db.accountsQuery("insert into members select * from members"), denied)
    })
  })

  it("deletes everything of an organization with its row, and nothing of another", async () => {
    const doomed = await createMirror(db)
    await db.tenantQuery([doomed.ours.orgId], "delete from organizations")
    for (const table of tenantTables()) {
      const count = `select count(*) as n from "${table.name}"`
      expect(await db.tenantQuery([doomed.ours.orgId], count), table.name).toEqual([{ n: 0 }])
      expect(await db.tenantQuery([doomed.theirs.orgId], count), table.name).toEqual([{ n: 1 }])
    }
    await db.tenantQuery([doomed.theirs.orgId], "delete from organizations")
  })

  function keysOf(table: CatalogueTable, row: Row): Row {
    return table.orgColumn === "id" || !("id" in row) ? {} : { id: row.id }
  }

  async function uniqueKeys(table: CatalogueTable): Promise<string[][]> {
    const rows = await db.asOwner((tx) =>
      tx.rows<{ columns: string[] }>(
        `select (select jsonb_agg(a.attname order by u.n) from unnest(k.conkey) with ordinality u (num, n)
           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as columns
         from pg_constraint k where k.contype in ('u', 'p') and k.conrelid = $1::regclass`,
        [table.name],
      ),
    )
    return rows.map((row) => row.columns)
  }

  /** Takes away what the takeover test could store under our own organization. */
  async function removeStrays() {
    for (const table of [...tenantTables()].reverse()) {
      const { id } = rowOf(mirror.theirs, table)
      if (table.orgColumn !== "id" && id !== undefined)
        await asUs(`delete from "${table.name}" where id = $1`, [id]).catch(() => {})
    }
  }
}
