import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import { createDatabase } from "#db/client.ts"
import { openPostgres } from "#db/postgres/open-postgres.ts"
import { createTestDatabase } from "#db/testing/postgres-database.ts"
import { KillCampaign, reachedPoints } from "./kill-campaign.ts"
import {
  expectExactlyOnce,
  holdCrowd,
  killProgram,
  prepareWorld,
  readTranscripts,
  waitUntilQuiet,
} from "./kill-suite.ts"
import { Receiver } from "./receiver.ts"
import type { World } from "./world.ts"

/** The full campaign unless a shorter one is asked for while developing. */
const kills = Number(process.env.KILLS ?? 200)
const conversations = Number(process.env.CONVERSATIONS ?? 1_000)

const cleanUps: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp()
})

/** A folder that outlives the processes. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "botwright-kill-files-"))
  cleanUps.push(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Of one turn, and how many turns began more than ten times without coming further. */
async function countMostAttempts(world: World) {
  const [row] = await world.db.tenantQuery<{ most: number; often: number }>(
    [world.orgId],
    `select max(attempts) as most, count(*) filter (where attempts > 10)::int as often from inbound_events`,
    [],
  )
  return row
}

async function openStage(honoursKeys: boolean) {
  const { url, drop } = await createTestDatabase()
  const db = createDatabase(await openPostgres(url, 5_000), null)
  const receiver = new Receiver(honoursKeys)
  const receiverUrl = await receiver.open()
  cleanUps.push(
    drop,
    () => db.close(),
    () => receiver.close(),
  )
  const world = await prepareWorld(db, killProgram(receiverUrl, honoursKeys))
  const parts = { filesDir: makeFolder(), mailUrl: `${receiverUrl}/` }
  return { settings: { databaseUrl: url, dataDir: null, leaseMs: 400, ...parts }, world, receiver }
}

it("loses nothing and doubles nothing over 200 kills of the process and 1,000 conversations", async () => {
  const { settings, world, receiver } = await openStage(true)
  const campaign = new KillCampaign({
    settings,
    kills,
    hasStandby: true,
    points: reachedPoints,
    longestLifeMs: 1_500,
  })
  await campaign.begin()
  // More at once would have each turn wait for the others longer than a life lasts.
  const held = await holdCrowd(campaign, world, conversations, 12)
  const extra = await holdUntilKilled(campaign, world, held.size)
  await waitUntilQuiet(world, 30_000)
  await campaign.end()
  const most = await countMostAttempts(world)
  console.info(`${campaign.kills} kills:`, Object.fromEntries(campaign.killedAt), most)
  expect(campaign.kills).toBeGreaterThanOrEqual(kills)
  await expectExactlyOnce(world, new Map([...held, ...extra]), receiver)
  expect([...campaign.killedAt.keys()]).toEqual(expect.arrayContaining([...reachedPoints]))
}, 600_000)

it("does with a lost outcome what each effect declares, where the receiver honours no keys", async () => {
  const { settings, world, receiver } = await openStage(false)
  const campaign = new KillCampaign({
    settings,
    kills: 24,
    hasStandby: true,
    points: ["effect.performed", "claim.after"],
    longestLifeMs: 1_500,
  })
  await campaign.begin()
  const held = await holdCrowd(campaign, world, 120, 20)
  await waitUntilQuiet(world, 30_000)
  await campaign.end()
  const transcripts = await readTranscripts(world)
  let repeated = 0
  for (const [mark, conversationId] of held) {
    const lines = transcripts.get(conversationId)!
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines.at(-1)).toBe(`bot: end ${mark} w-${mark} 1`)
    for (const step of [1, 2]) {
      const times = receiver.effects.get(`POST/${mark}/${step}`) ?? 0
      expect(times).toBeGreaterThanOrEqual(1)
      repeated += times - 1
    }
    expect(receiver.effects.get(`PUT/${mark}/3`) ?? 0).toBeLessThanOrEqual(1)
    if (mark.endsWith("3x")) {
      expect(receiver.effects.get(`POST/${mark}/mail`) ?? 0).toBeGreaterThanOrEqual(1)
      // A server that honours no keys may send a mail twice; both are the same mail to whoever gets them.
      expect(receiver.keys.get(`POST/${mark}/mail`)?.size).toBe(1)
    }
    const patched = receiver.effects.get(`PATCH/${mark}/4`) ?? 0
    expect(patched).toBeLessThanOrEqual(1)
    if (!lines.includes(`bot: patch unknown ${mark}`)) {
      expect(lines).toContain(`bot: patch ${mark}-4`)
      expect(patched).toBe(1)
    }
  }
  expect(repeated).toBeGreaterThan(0)
}, 300_000)

it("makes each reminder happen once, wherever between its time and its end the process is killed", async () => {
  const { url, drop } = await createTestDatabase()
  const db = createDatabase(await openPostgres(url, 5_000), null)
  cleanUps.push(drop, () => db.close())
  const world = await prepareWorld(
    db,
    'HEAR mark\nSCHEDULE IN 0.1 SECONDS DO\nTALK "later " + mark\nEND SCHEDULE\nHEAR more WITH "More?"\n',
  )
  const campaign = new KillCampaign({
    settings: { databaseUrl: url, dataDir: null, leaseMs: 300, filesDir: "", mailUrl: "" },
    kills: 8,
    hasStandby: true,
    points: ["schedule.due", "schedule.inside", "schedule.fired", "turn.begun", "commit.after"],
    longestLifeMs: 1_000,
  })
  await campaign.begin()
  const marks: string[] = []
  const base = { orgId: world.orgId, botId: world.botId, source: "test", waitMs: 3_000 }
  for (let round = 0; !campaign.isDone; round++) {
    const mark = `m${round}`
    marks.push(mark)
    const opening = { ...base, key: newId("evt"), conversationId: null, kind: "start" } as const
    const { conversationId } = await campaign.ask(opening)
    const key = newId("evt")
    await campaign.ask({ ...base, key, conversationId, kind: "message", text: mark })
  }
  await waitUntilQuiet(world, 30_000)
  await campaign.end()
  const said = [...(await readTranscripts(world)).values()].flat()
  for (const mark of marks)
    expect(said.filter((line) => line === `bot: later ${mark}`)).toHaveLength(1)
}, 120_000)

/** Goes on with further conversations while kills are still planned. */
async function holdUntilKilled(
  campaign: KillCampaign,
  world: Parameters<typeof holdCrowd>[1],
  from: number,
): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  for (let round = 0; !campaign.isDone; round++) {
    const more = await holdCrowd(campaign, world, 20, 20, `r${from}-${round}-`)
    for (const [mark, conversationId] of more) held.set(mark, conversationId)
  }
  return held
}
