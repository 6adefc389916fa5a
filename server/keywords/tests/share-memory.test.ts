import { afterAll, beforeAll, expect, it } from "vitest"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { type Bench, openBench, texts } from "#server/engine/tests/harness.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

const nameOf = ({ botId }: Bench) => botId.replace("_", "-")
const said = async (bench: Bench) => texts((await bench.start()).messages)
const caught = (line: string) => `ON ERROR RESUME NEXT\n${line}\nTALK ERROR MESSAGE`

it("BOT SHARE MEMORY gives another bot a value, and BOT SYNC MEMORY what it has become", async () => {
  const taker = await openBench(db, 'TALK GET BOT MEMORY "offer"')
  const giver = await openBench(db, "", { in: taker })
  await giver.publish(
    `SET BOT MEMORY "offer", { price: 2 }\nSET BOT MEMORY "own", "kept"\nBOT SHARE MEMORY "offer" WITH "${nameOf(taker)}"\nSET BOT MEMORY "offer", "half price"`,
  )
  await giver.start()
  expect(await said(taker)).toEqual(['{"price":2}'])
  await taker.publish(
    `BOT SYNC MEMORY FROM "${nameOf(giver)}"\nTALK GET BOT MEMORY "offer"\nx = GET BOT MEMORY "own"\nTALK "own: " + x`,
  )
  expect(await said(taker)).toEqual(["half price", "own: "])
})

it("ISO-01 no memory is shared with or taken from a bot of another organization", async () => {
  const theirs = await openBench(db, "")
  const friend = await openBench(db, "", { in: theirs })
  await theirs.publish(
    `SET BOT MEMORY "secret", "1234"\nBOT SHARE MEMORY "secret" WITH "${nameOf(friend)}"`,
  )
  await theirs.start()
  const hostile = await openBench(db, caught(`BOT SYNC MEMORY FROM "${nameOf(theirs)}"`))
  expect(await said(hostile)).toEqual([`There is no bot "${nameOf(theirs)}".`])
  await hostile.publish(
    `SET BOT MEMORY "secret", "poison"\n${caught(`BOT SHARE MEMORY "secret" WITH "${nameOf(friend)}"`)}`,
  )
  expect(await said(hostile)).toEqual([`There is no bot "${nameOf(friend)}".`])
  await friend.publish('TALK GET BOT MEMORY "secret"')
  expect(await said(friend)).toEqual(["1234"])
})
