import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { openDatabase } from "#db/client.ts"
import { KillCampaign } from "./kill-campaign.ts"
import { createKillEngine } from "./kill-engine.ts"
import {
  expectExactlyOnce,
  holdCrowd,
  killProgram,
  prepareWorld,
  waitUntilQuiet,
} from "./kill-suite.ts"
import { Receiver } from "./receiver.ts"

it("loses nothing and doubles nothing when the process with the embedded database is killed", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "botwright-kill-"))
  const receiver = new Receiver(true)
  const url = await receiver.open()
  const parts = { filesDir: join(dataDir, "files"), mailUrl: `${url}/` }
  try {
    const before = await openDatabase({ dataDir, databaseUrl: null })
    const world = await prepareWorld(before, killProgram(url, true))
    await before.close()
    const campaign = new KillCampaign({
      settings: { databaseUrl: null, dataDir, leaseMs: 400, ...parts },
      kills: 4,
      hasStandby: false,
      points: ["claim.after", "commit.before"],
      longestLifeMs: 2_500,
    })
    await campaign.begin()
    const held = await holdCrowd(campaign, world, 20, 10)
    await campaign.whenDone()
    await campaign.end()
    const after = await openDatabase({ dataDir, databaseUrl: null })
    const engine = createKillEngine(after, { leaseMs: 400, ...parts })
    try {
      engine.start()
      await waitUntilQuiet({ ...world, db: after }, 30_000)
      await engine.stop()
      expect(campaign.kills).toBeGreaterThanOrEqual(4)
      await expectExactlyOnce({ ...world, db: after }, held, receiver)
    } finally {
      await after.close()
    }
  } finally {
    await receiver.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 180_000)
