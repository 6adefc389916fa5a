import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { newId, type OrgId } from "#catalog/ids.ts"
import type { Database } from "../client.ts"
import { DatabaseError, DatabaseMisuse, isDuplicate } from "../errors.ts"
import { bots, scripts } from "../schema/bots.ts"
import { memoryEntries } from "../schema/memory.ts"
import { organizations } from "../schema/organizations.ts"
import type { OpenTestDatabase } from "../testing/database-source.ts"
import { createTestBot, createTestOrg, type TestBot } from "../testing/factories.ts"
import type { OrgTx } from "../transaction.ts"

/** What callers of the door may rely on, whichever database is behind it. */
export function describeDoor(open: OpenTestDatabase) {
  const limitMs = 2000
  let db: Database
  let orgId: OrgId
  let bot: TestBot

  beforeAll(async () => {
    db = await open({ limitMs })
    orgId = await createTestOrg(db)
    bot = await createTestBot(db, orgId)
  })
  afterAll(() => db.close())

  const remember = (key: string, value: unknown) => ({
    ...{ orgId, botId: bot.botId, scope: "bot" as const, key, value },
  })

  describe("values", () => {
    it("come back from rows as the JavaScript values of their types", async () => {
      const [row] = await db.tenantQuery(
        [orgId],
        `select 1::int4 as i, 9007199254740991::int8 as safe, 9007199254740993::int8 as big, true as t,
           false as f, 1.5::float8 as d, '12.30'::numeric as n, null::text as nothing, 'ä"\\'::text as s,
           '{"a":[1,null]}'::jsonb as j, '"5"'::jsonb as js, '2026-03-01T12:00:00.123+02'::timestamptz as at,
           array['a,b', 'c"d', null, ''] as list, array[1,2]::int4[] as ints, '\\x00ff'::bytea as bytes`,
      )
      expect(row).toEqual({
        ...{ i: 1, safe: 9007199254740991, big: 9007199254740993n, t: true, f: false, d: 1.5 },
        ...{ n: "12.30", nothing: null, s: 'ä"\\', j: { a: [1, null] }, js: "5" },
        ...{ at: new Date("2026-03-01T10:00:00.123Z"), list: ["a,b", 'c"d', null, ""] },
        ...{ ints: [1, 2], bytes: new Uint8Array([0, 255]) },
      })
    })

    it("go in as parameters of every type", async () => {
      const at = new Date("2026-01-02T03:04:05.678Z")
      const list = ["a,b", 'c"\\d', "", null, "NULL"]
      const [row] = await db.tenantQuery(
        [orgId],
        `select $1::int4 as i, $2::boolean as b, $3::timestamptz as at, $4::text[] as list,
           $5::jsonb as j, $6::text as nothing, $7::int8 as big, $8::bytea as bytes, $9::text::jsonb as l`,
        [7, true, at, list, { a: 1 }, null, 10n ** 17n, new Uint8Array([1, 2]), "[1]"],
      )
      expect(row).toEqual({
        ...{ i: 7, b: true, at, list, j: { a: 1 }, nothing: null, big: 10n ** 17n },
        ...{ bytes: new Uint8Array([1, 2]), l: [1] },
      })
    })

    it("survive the query builder, JSON texts that look like something else included", async () => {
      const values = ["5", '"quoted"', "null", 5, null, true, [], { a: "1" }, ""]
      for (const [index, value] of values.entries()) {
        const key = `json-${index}`
        if (value === null) continue
        await db.withOrg(orgId, (tx) => tx.insert(memoryEntries).values(remember(key, value)))
        const [row] = await db.withOrg(orgId, (tx) =>
          tx.select().from(memoryEntries).where(eq(memoryEntries.key, key)),
        )
        expect(row?.value).toEqual(value)
        const [raw] = await db.tenantQuery(
          [orgId],
          "select value, jsonb_typeof(value) as type from memory_entries where key = $1",
          [key],
        )
        expect(raw?.value).toEqual(value)
      }
    })

    it("come back from the query builder in the types of the schema", async () => {
      const [row] = await db.withOrg(orgId, (tx) =>
        tx
          .update(bots)
          .set({ allowedOrigins: ["https://a.example", "https://b.example"] })
          .where(eq(bots.id, bot.botId))
          .returning(),
      )
      expect(row?.allowedOrigins).toEqual(["https://a.example", "https://b.example"])
      expect(row?.createdAt).toBeInstanceOf(Date)
      expect(row?.publishedVersionId).toBe(bot.versionId)
    })
  })

  describe("a transaction", () => {
    it("keeps all of its work or none", async () => {
      const work = db.withOrg(orgId, async (tx) => {
        await tx.insert(memoryEntries).values(remember("undone", 1))
        throw new Error("changed my mind")
      })
      await expect(work).rejects.toThrow("changed my mind")
      expect(await findKeys("undone")).toEqual([])
      const result = await db.withOrg(orgId, async (tx) => {
        await tx.insert(memoryEntries).values(remember("kept", 1))
        return (await tx.rows<{ n: number }>("select count(*) as n from scripts"))[0]?.n
      })
      expect(result).toBe(1)
      expect(await findKeys("kept")).toHaveLength(1)
    })

    it("is refused as a whole when one of its statements failed, even if the failure was caught", async () => {
      const work = db.withOrg(orgId, async (tx) => {
        await tx.insert(memoryEntries).values(remember("half", 1))
        await tx.rows("select 1/0").catch(() => {})
      })
      await expect(work).rejects.toThrow(DatabaseError)
      expect(await findKeys("half")).toEqual([])
    })

    it("keeps its role and organization to itself", async () => {
      await db.withOrg(orgId, (tx) => tx.rows("select 1"))
      const who =
        "select current_user::text as role, coalesce(current_setting('app.orgs', true), '') as orgs"
      expect(await db.tenantQuery([], who)).toEqual([{ role: "botwright_app", orgs: "" }])
      expect(await db.dispatcherQuery(who)).toEqual([{ role: "botwright_dispatcher", orgs: "" }])
      expect(await db.accountsQuery(who)).toEqual([{ role: "botwright_accounts", orgs: "" }])
      const other = newId("org")
      const both = { role: "botwright_app", orgs: `${orgId},${other}` }
      expect(await db.tenantQuery([orgId, other], who)).toEqual([both])
    })

    it("runs many at once without mixing them up", async () => {
      const orgs = await Promise.all(Array.from({ length: 8 }, () => createTestOrg(db)))
      const seen = await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const own = orgs[index % orgs.length] as OrgId
          const rows =
            index % 3 === 0
              ? await db.withOrg(own, (tx) =>
                  tx.select({ id: organizations.id }).from(organizations),
                )
              : await db.tenantQuery([own], "select id from organizations")
          return rows.length === 1 && rows[0]?.id === own
        }),
      )
      expect(seen.every(Boolean)).toBe(true)
    })

    it("refuses the outer handle inside it at once, however deep, and allows it afterwards", async () => {
      const inside = async () => db.tenantQuery([orgId], "select 1")
      const refused = /while a transaction is open here/
      await expect(db.withOrg(orgId, () => inside())).rejects.toThrow(refused)
      await expect(
        db.withOrg(orgId, async () => Promise.all([Promise.resolve().then(inside)])),
      ).rejects.toThrow(DatabaseMisuse)
      await expect(db.withOrg(orgId, () => db.withOrg(orgId, async () => 1))).rejects.toThrow(
        refused,
      )
      await expect(db.withOrg(orgId, () => db.asDispatcher(async () => 1))).rejects.toThrow(refused)
      let later: Promise<unknown> = Promise.resolve()
      await db.withOrg(orgId, async () => {
        later = new Promise((done) => setImmediate(done)).then(inside)
      })
      await expect(later).resolves.toHaveLength(1)
    })

    it("is rolled back when it stays open for too long, and lets the others go on", async () => {
      let release = () => {}
      const held = new Promise<void>((done) => (release = done))
      const slow = db.withOrg(orgId, async (tx) => {
        await tx.insert(memoryEntries).values(remember("slow", 1))
        await held
        await tx.rows("select 1")
      })
      const failed = expect(slow).rejects.toThrow()
      // bounded wait: the limit of this database is two seconds, and only the time that passes can show it.
      await new Promise((done) => setTimeout(done, limitMs * 2))
      expect(await findKeys("slow")).toEqual([])
      release()
      await failed
      expect(await findKeys("slow")).toEqual([])
    })

    it("refuses a statement after it is over, which could land in somebody else's", async () => {
      let kept: OrgTx | null = null
      await db.withOrg(orgId, async (tx) => {
        kept = tx
        await tx.rows("select 1")
      })
      const late = kept as unknown as OrgTx
      await expect(late.rows("select 1")).rejects.toThrow(/a transaction that is over/)
      await expect(late.select().from(bots)).rejects.toThrow()
      const failing = db.withOrg(orgId, async (tx) => {
        kept = tx
        throw new Error("no")
      })
      await expect(failing).rejects.toThrow("no")
      await expect((kept as unknown as OrgTx).rows("select 1")).rejects.toThrow(DatabaseMisuse)
    })

    it("refuses an organization id that could be read as two", async () => {
      const two = `${orgId},${newId("org")}` as OrgId
      await expect(db.withOrg(two, async () => 1)).rejects.toThrow(DatabaseMisuse)
      await expect(db.tenantQuery([two], "select 1")).rejects.toThrow(DatabaseMisuse)
    })
  })

  describe("an error", () => {
    it("names its code, table and constraint the same through the builder and in rows", async () => {
      const script = {
        id: newId("scr"),
        name: "Start",
        position: 1,
        source: "",
        sourceHash: "",
        layout: {},
      }
      const again = { orgId, botId: bot.botId, ...script }
      const byBuilder = await db
        .withOrg(orgId, (tx) => tx.insert(scripts).values(again))
        .catch((error: unknown) => error)
      const byRows = await db
        .tenantQuery(
          [orgId],
          "insert into scripts (org_id, bot_id, id, name, position, source, source_hash, layout) values ($1, $2, $3, 'START', 1, '', '', '{}')",
          [orgId, bot.botId, newId("scr")],
        )
        .catch((error: unknown) => error)
      for (const error of [byBuilder, byRows]) {
        expect(error).toBeInstanceOf(DatabaseError)
        expect(error).toMatchObject({ code: "23505", table: "scripts", constraint: "scripts_name" })
        expect(isDuplicate(error, "scripts_name")).toBe(true)
        expect(isDuplicate(error, "bots_slug")).toBe(false)
      }
    })

    it("repeats no value of the row (SEC-04)", async () => {
      const secret = "canary-4b1d"
      const error = await db
        .asAccounts((tx) =>
          tx.execute(sql`insert into password_resets (token_hash, user_id, expires_at)
            values (${secret}, 'usr_x', now())`),
        )
        .catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(DatabaseError)
      expect(JSON.stringify([String(error), { ...(error as object) }])).not.toContain(secret)
    })

    it("leaves an error of the caller's own as it is", async () => {
      const own = new Error("mine", { cause: new DatabaseError("inner", { code: "23505" }) })
      await expect(
        db.withOrg(orgId, async () => {
          throw own
        }),
      ).rejects.toBe(own)
    })

    it("does no harm to the statements that come after", async () => {
      const all = await Promise.allSettled(
        Array.from({ length: 60 }, (_, index) =>
          index % 3 === 0
            ? db.tenantQuery([orgId], "select 1/$1::int as n", [0])
            : db.tenantQuery([orgId], "select $1::int as n", [index]),
        ),
      )
      all.forEach((each, index) => {
        if (index % 3 === 0) expect(each.status).toBe("rejected")
        else expect(each).toMatchObject({ value: [{ n: index }] })
      })
    })
  })

  function findKeys(key: string) {
    return db.tenantQuery([orgId], "select key from memory_entries where key = $1", [key])
  }
}
