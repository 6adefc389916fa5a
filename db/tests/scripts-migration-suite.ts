import { afterAll, beforeAll, expect, it } from "vitest"
import type { Backend } from "../backend.ts"
import { migrate, readMigrations } from "../migrate.ts"
import type { EmptyDatabase } from "./migrate-suite.ts"

const owner = { role: "owner", orgs: [] } as const

/** Two bots of two organizations as they were kept before 0021: one published and changed since, one never published. */
const before = `
  insert into organizations (id, name) values ('org_1', 'One'), ('org_2', 'Two');
  insert into bots (org_id, id, slug, name) values
    ('org_1', 'bot_a1', 'a', 'A'), ('org_2', 'bot_b2', 'b', 'B');
  insert into drafts (org_id, bot_id, source, layout, revision) values
    ('org_1', 'bot_a1', 'TALK "new"', '{"version":1,"stepIds":["s1"],"groups":{},"titles":{}}', 7),
    ('org_2', 'bot_b2', '', '{}', 1);
  insert into bundles (org_id, hash, program) values ('org_1', 'h', '{}');
  insert into versions (org_id, id, bot_id, number, bundle_hash, debug, source, layout) values
    ('org_1', 'ver_1', 'bot_a1', 1, 'h', '{}', 'TALK "new"', '{"version":1}'),
    ('org_1', 'ver_2', 'bot_a1', 2, 'h', '{}', 'TALK "old"', '{"version":1}');
`

export function describeScriptsMigration(open: () => Promise<EmptyDatabase>) {
  let database: EmptyDatabase
  let backend: Backend
  const read = async (text: string) =>
    (await backend.transaction(owner, 5_000, (session) => session.run(text, []))).rows

  beforeAll(async () => {
    database = await open()
    backend = await database.connect()
    await migrate(
      backend,
      readMigrations().filter(({ name }) => name < "0021"),
    )
    await backend.transaction(owner, 5_000, (session) =>
      session.runScript(
        `set local session_replication_role = replica; ${before} set local session_replication_role = origin;`,
      ),
    )
    await migrate(backend)
  })
  afterAll(async () => {
    await backend.close()
    await database.remove()
  })

  it("makes the draft of every bot its script called start, with its revision", async () => {
    expect(
      await read(
        "select bot_id, id, name, position, source, revision, layout ->> 'stepIds' from scripts order by bot_id",
      ),
    ).toEqual([
      ["bot_a1", "scr_a1", "start", "0", 'TALK "new"', "7", '["s1"]'],
      ["bot_b2", "scr_b2", "start", "0", "", "1", null],
    ])
    expect(await read("select draft_revision from bots order by id")).toEqual([["7"], ["1"]])
  })

  it("keeps the text and layout of every version, and knows which says what the draft says", async () => {
    expect(
      await read(
        `select v.id, v.scripts -> 0 ->> 'name', v.scripts -> 0 ->> 'source',
           v.scripts -> 0 -> 'layout' ->> 'version', v.declarations is null,
           v.sources_hash = (select md5(string_agg(name || ':' || source_hash, ',' order by position, id))
             from scripts s where s.org_id = v.org_id and s.bot_id = v.bot_id)
         from versions v order by v.id`,
      ),
    ).toEqual([
      ["ver_1", "start", 'TALK "new"', "1", "t", "t"],
      ["ver_2", "start", 'TALK "old"', "1", "t", "f"],
    ])
  })

  it("leaves no table of drafts, and the policies as strict as before", async () => {
    expect(await read("select to_regclass('drafts')")).toEqual([[null]])
    expect(
      await read(
        "select relname from pg_class where relname in ('bots', 'scripts', 'versions') and not relforcerowsecurity",
      ),
    ).toEqual([])
  })
}
