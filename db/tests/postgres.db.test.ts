import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { OrgId } from "#catalog/ids.ts"
import { createDatabase, type Database, openDatabase } from "../client.ts"
import { DatabaseRefusal, findDatabaseError } from "../errors.ts"
import { openPostgres } from "../postgres/open-postgres.ts"
import { type AdminClient, openAdminClient } from "../testing/admin-client.ts"
import { createTestBot, createTestConversation, createTestOrg } from "../testing/factories.ts"
import { createTestDatabase, testServerUrl, withDatabase } from "../testing/postgres-database.ts"

const open = (databaseUrl: string) => openDatabase({ dataDir: "/nowhere", databaseUrl })
let admin: AdminClient

beforeAll(async () => {
  admin = await openAdminClient(testServerUrl())
})
afterAll(() => admin.end())

/** Waits for the end of a promise without letting it reject in between. */
async function settle(promise: Promise<unknown>) {
  const [result] = await Promise.allSettled([promise])
  return result
}

describe("a connection that breaks", () => {
  let db: Database
  let url: string
  let drop: () => Promise<void>

  beforeAll(async () => {
    ;({ url, drop } = await createTestDatabase())
    db = createDatabase(await openPostgres(url, 5_000), null)
  })
  afterAll(async () => {
    await db.close()
    await drop()
  })

  const breakAll = () =>
    admin.run(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'botwright'",
      [new URL(url).pathname.slice(1)],
    )

  const ask = (orgId: OrgId, number: number) =>
    number % 4 === 0
      ? db.withOrg(orgId, async (tx) => {
          await tx.rows("select 1")
          return tx.rows("select id from organizations")
        })
      : db.tenantQuery([orgId], "select id from organizations where $1::int >= 0", [number])

  it("fails what was on its way, answers nothing wrong, and the next statements work", async () => {
    const orgId = await createTestOrg(db)
    const answers: Promise<PromiseSettledResult<unknown>>[] = []
    for (let round = 0; round < 10; round++) {
      for (let each = 0; each < 40; each++) answers.push(settle(ask(orgId, each)))
      await breakAll()
    }
    for (const each of await Promise.all(answers)) {
      if (each.status === "fulfilled") expect(each.value).toEqual([{ id: orgId }])
      else expect(findDatabaseError(each.reason)?.code).toMatch(/^(08006|57P01)$/)
    }
    await expect
      .poll(async () => db.tenantQuery([orgId], "select id from organizations").catch(() => []))
      .toEqual([{ id: orgId }])
  })

  it("undoes a transaction it breaks in the middle of, and lets nothing of it happen afterwards", async () => {
    const orgId = await createTestOrg(db)
    const work = db.withOrg(orgId, async (tx) => {
      await tx.rows("update organizations set name = 'changed' where id = $1", [orgId])
      await breakAll()
      await expect.poll(() => tx.rows("select 1").catch(() => "broken")).toBe("broken")
      await tx.rows("update organizations set name = 'changed later' where id = $1", [orgId])
    })
    await expect(work).rejects.toThrow(/connection/i)
    await expect
      .poll(() => db.tenantQuery([orgId], "select name from organizations").catch(() => []))
      .toEqual([{ name: "Test organization" }])
  })
})

describe("the plan of a tenant's query", () => {
  it("finds a conversation and its messages by their keys, through the policies", async () => {
    const { url, drop } = await createTestDatabase()
    const db = createDatabase(await openPostgres(url, 30_000), null, 30_000)
    const orgs = await Promise.all(Array.from({ length: 20 }, () => createTestOrg(db)))
    for (const orgId of orgs) {
      const bot = await createTestBot(db, orgId)
      const conversationId = await createTestConversation(db, orgId, bot)
      await db.tenantQuery(
        [orgId],
        `insert into conversations (org_id, id, bot_id, bot_version_id, channel)
         select $1, 'cnv_' || $1 || i, $2, $3, 'web' from generate_series(1, 200) i`,
        [orgId, bot.botId, bot.versionId],
      )
      await db.tenantQuery(
        [orgId],
        `insert into messages (org_id, id, conversation_id, seq, sender, kind, text)
         select $1, 'msg_' || $2 || i, $2, i, 'bot', 'text', 'x' from generate_series(1, 500) i`,
        [orgId, conversationId],
      )
    }
    await db.asOwner((tx) => tx.rows("analyze"))
    const orgId = orgs[0]
    if (orgId === undefined) throw new Error("no organization was made")
    const plan = async (text: string) =>
      JSON.stringify(await db.tenantQuery([orgId], `explain (format json) ${text}`))
    expect(
      await plan(`select * from conversations where org_id = '${orgId}' and id = 'cnv_x'`),
    ).toMatch(/"Index Name":"conversations_pk"/)
    const page = await plan(
      "select * from messages where conversation_id = 'cnv_x' and seq > 3 order by seq limit 50",
    )
    expect(page).toMatch(/"Index Name":"messages_seq"/)
    expect(page).not.toMatch(/Seq Scan/)
    await db.close()
    await drop()
  })
})

describe("the user of DATABASE_URL", () => {
  // Roles belong to the whole server, where other suites run at the same time.
  const owner = `owner_${process.pid}`
  const database = `owned_${process.pid}`
  const url = new URL(withDatabase(testServerUrl(), database))
  url.username = owner
  url.password = "test"

  beforeAll(async () => {
    // Makes the roles of the product, as an administrator would have.
    await (await createTestDatabase()).drop()
    await admin.run(`create role ${owner} login password 'test'`)
    await admin.run(`create database ${database} owner ${owner}`)
    const inside = await openAdminClient(withDatabase(testServerUrl(), database))
    await inside.run("create extension vector")
    await inside.end()
  })
  afterAll(async () => {
    await admin.run(`drop database if exists ${database} with (force)`)
    await admin.run(`drop role ${owner}`)
  })

  it("may be an ordinary owner that was granted the roles", async () => {
    await admin.run(`grant botwright_app, botwright_dispatcher, botwright_accounts to ${owner}`)
    // Made after the other three: who has had those for long is told what is new.
    await expect(open(url.href)).rejects.toThrow(
      `Ask an administrator to run once: create role botwright_search nologin; grant botwright_search to ${owner};`,
    )
    await admin.run(`grant botwright_search to ${owner}`)
    const db = await open(url.href)
    const orgId = await createTestOrg(db)
    await createTestBot(db, orgId)
    expect(await db.tenantQuery([orgId], "select org_id from bots")).toEqual([{ org_id: orgId }])
    await db.tenantQuery([orgId], "delete from organizations")
    await db.close()
  })

  it("is refused in a sentence that says what to grant when it may not take the roles", async () => {
    await admin.run(`revoke botwright_app from ${owner}`)
    const refused = open(url.href)
    await expect(refused).rejects.toThrow(DatabaseRefusal)
    await expect(refused).rejects.toThrow(
      /may not take the role botwright_app .+ Ask an administrator to run: grant botwright_app, botwright_search, botwright_dispatcher, botwright_accounts to owner_\d+;/,
    )
    await admin.run(`grant botwright_app to ${owner}`)
  })

  it("is refused when a table of tenants was left without policies", async () => {
    const inside = await openAdminClient(url.href)
    await inside.run("create table leaky (org_id text not null)")
    const refused = open(url.href)
    await expect(refused).rejects.toThrow(
      "Row-level security is off for leaky. Call protect_tenant_table for each in a migration.",
    )
    await inside.run("drop table leaky")
    await inside.end()
  })

  it("is refused with what to do when the database does not answer or the password is wrong", async () => {
    const wrong = url.href.replace(":test@", ":guess@")
    for (const each of [wrong, "postgres://nobody:guess@127.0.0.1:1/none"]) {
      const refused = open(each)
      await expect(refused).rejects.toThrow(DatabaseRefusal)
      await expect(refused).rejects.toThrow(
        /^The database that DATABASE_URL names cannot be used: .+\. Start it, or correct DATABASE_URL\.$/,
      )
      await expect(refused).rejects.not.toThrow(/guess/)
    }
  })
})
