import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { limits } from "#catalog/limits.ts"
import type { Database } from "#db/client.ts"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { type Bench, openBench, texts } from "#server/engine/tests/harness.ts"
import { handlers } from "#server/keywords/index.ts"
import type { Handlers } from "../handler.ts"

let db: Database
beforeAll(async () => {
  db = await openEmbeddedTestDatabase()
})
afterAll(() => db.close())

/** A bot that answers, and one of the same organization that asks it; `BOT` in its program is the other's name. */
async function openPair(answering: string, asking: string) {
  const other = await openBench(db, answering)
  const name = other.botId.replace("_", "-")
  const caller = await openBench(db, asking.replaceAll("BOT_NAME", name), { in: other })
  return { other, caller, name }
}
/** Everything the asking bot said, once everything stored was run. */
async function talk({ caller }: { caller: Bench }) {
  const { conversationId } = await caller.start()
  await caller.engine.sweep()
  return { conversationId, said: await caller.readTranscript(conversationId) }
}
const ask = 'TALK "one moment"\nTALK DELEGATE "What does tea cost?" TO BOT "BOT_NAME"\nTALK "after"'

describe("DELEGATE", () => {
  it("gives what the other bot RETURNs, with the message in its variable", async () => {
    const pair = await openPair('TALK "not this"\nRETURN "Two euros for: " + message', ask)
    expect((await talk(pair)).said).toEqual([
      "bot: one moment",
      "bot: Two euros for: What does tea cost?",
      "bot: after",
    ])
  })

  it("gives what the other bot says to its first question, and does not wait for a second", async () => {
    const chat =
      'TALK "Welcome!"\nHEAR q\nTALK "You asked: " + q\nTALK "Two euros."\nHEAR more\nTALK "never"'
    const pair = await openPair(chat, ask)
    expect((await talk(pair)).said[1]).toBe("bot: You asked: What does tea cost?\nTwo euros.")
    const [own] = await pair.other.rows<{ id: string }>(
      "select id from conversations where bot_id = $1",
      [pair.other.botId],
    )
    expect((await pair.other.readTranscript(own?.id ?? "")).slice(0, 2)).toEqual([
      "contact: What does tea cost?",
      "bot: Welcome!",
    ])
  })

  it("is cut off where bots ask each other without an end, by a limit of hops the program may catch", async () => {
    const pair = await openPair(
      "RETURN 1",
      'ON ERROR RESUME NEXT\nx = DELEGATE "Your turn" TO BOT "BOT_NAME" TIMEOUT 600\nIF x IS NULL THEN x = ERROR MESSAGE\nRETURN x\n',
    )
    const caller = pair.caller.botId.replace("_", "-")
    await pair.other.publish(
      `ON ERROR RESUME NEXT\nx = DELEGATE "And yours" TO BOT "${caller}" TIMEOUT 600\nIF x IS NULL THEN x = ERROR MESSAGE\nRETURN x\n`,
    )
    await pair.caller.start()
    for (let hop = 0; hop < 40; hop++) await pair.caller.engine.sweep()
    const [{ count } = { count: 0 }] = await pair.caller.rows<{ count: number }>(
      "select count(*)::int as count from conversations where org_id = $1",
      [pair.caller.orgId],
    )
    expect(count).toBeGreaterThan(10)
    expect(count).toBeLessThanOrEqual(limits.eventDepth + 1)
  })

  it("waits through the other bot's pauses, and gives objects as objects", async () => {
    const pair = await openPair(
      "WAIT 5\nRETURN { price: 2 }",
      'x = DELEGATE "?" TO "BOT_NAME"\nTALK x.price + 1',
    )
    const { conversationId } = await pair.caller.start()
    await pair.caller.engine.sweep()
    expect(await pair.caller.readTranscript(conversationId)).toEqual([])
    pair.caller.clock.advance(6_000)
    await pair.caller.engine.sweep()
    expect(await pair.caller.readTranscript(conversationId)).toEqual(["bot: 3"])
  })

  it("is an error the script may catch when the time is up, and a late reply changes nothing", async () => {
    const source =
      'ON ERROR RESUME NEXT\nx = DELEGATE "?" TO BOT "BOT_NAME" TIMEOUT 2\nTALK ERROR MESSAGE\nHEAR y\nTALK y'
    const pair = await openPair("WAIT 5\nRETURN 1", source)
    const { conversationId } = await pair.caller.start()
    await pair.caller.engine.sweep()
    pair.caller.clock.advance(3_000)
    await pair.caller.engine.sweep()
    pair.caller.clock.advance(3_000)
    await pair.caller.engine.sweep()
    await pair.caller.say(conversationId, "still here")
    expect(await pair.caller.readTranscript(conversationId)).toEqual([
      "bot: The other bot did not answer in time.",
      "contact: still here",
      "bot: still here",
    ])
  })

  it("is an error when the other bot breaks off, does not exist, or is not published", async () => {
    const failing = await openPair("x = 1 / 0", `ON ERROR RESUME NEXT\n${ask}\nTALK ERROR MESSAGE`)
    expect((await talk(failing)).said.at(-1)).toBe(
      "bot: The other bot could not finish its answer.",
    )
    const nobody = await openBench(
      db,
      'ON ERROR RESUME NEXT\nx = DELEGATE "?" TO BOT "nobody"\nTALK ERROR MESSAGE',
    )
    expect(texts((await nobody.start()).messages)).toEqual(['There is no bot "nobody".'])
  })

  it("is an error at once when the other bot's turn is given up, which had acted before", async () => {
    const broken: Handlers = new Map(handlers).set("POST", async (_operands, step) => {
      await step.outside("same key", async () => {
        throw new Error("a mistake in the handler")
      })
      return null
    })
    const other = await openBench(db, 'SET BOT MEMORY "a", 1\nr = POST "x"\nRETURN 1', {
      handlers: broken,
    })
    const source = `ON ERROR RESUME NEXT\n${ask}\nTALK ERROR MESSAGE`
    const caller = await openBench(
      db,
      source.replaceAll("BOT_NAME", other.botId.replace("_", "-")),
      { in: other, handlers: broken, options: { leaseMs: 20 } },
    )
    const { conversationId } = await caller.start()
    const lapse = async () => {
      await other.rows(
        "update conversations set claim_until = now() - interval '1 second' where running is not null",
      )
      await other.rows("update inbound_events set due = now() where due is not null")
      await caller.engine.sweep()
      return (await caller.readTranscript(conversationId)).at(-1)
    }
    await expect
      .poll(lapse, { interval: 5, timeout: 25_000 })
      .toBe("bot: The other bot could not finish its answer.")
    // One run, one reply: no timer is left that would tell of a silence.
    expect(await other.rows("select id from timers")).toEqual([])
  })

  it("is an error at once when the other bot is taken down before it begins", async () => {
    const pair = await openPair("RETURN 1", `ON ERROR RESUME NEXT\n${ask}\nTALK ERROR MESSAGE`)
    const { conversationId } = await pair.caller.start()
    const { botId } = pair.other
    await pair.other.rows("update bots set published_version_id = null where id = $1", [botId])
    await pair.caller.engine.sweep()
    expect((await pair.caller.readTranscript(conversationId)).at(-1)).toBe(
      "bot: The other bot could not finish its answer.",
    )
  })

  it("ISO-01 finds no bot of another organization, by slug or by name", async () => {
    const foreign = await openBench(db, 'RETURN "a secret"')
    const slug = foreign.botId.replace("_", "-")
    await db.tenantQuery([foreign.orgId], "update bots set name = 'Treasury' where id = $1", [
      foreign.botId,
    ])
    for (const name of [slug, "Treasury"]) {
      const hostile = await openBench(
        db,
        `ON ERROR RESUME NEXT\nTALK DELEGATE "?" TO BOT "${name}"\nTALK ERROR MESSAGE`,
      )
      const { conversationId } = await hostile.start()
      await hostile.engine.sweep()
      expect(await hostile.readTranscript(conversationId)).toEqual([
        `bot: There is no bot "${name}".`,
      ])
    }
    expect(
      await foreign.rows("select 1 from inbound_events where org_id = $1", [foreign.orgId]),
    ).toEqual([])
  })

  it("has several bots work at once in a workflow, and goes on when the last is done", async () => {
    const slow = await openBench(db, 'WAIT 5\nSET BOT MEMORY "done", message\nRETURN 1')
    const quick = await openBench(db, 'SET BOT MEMORY "done", message\nRETURN 2', { in: slow })
    const nameOf = ({ botId }: Bench) => botId.replace("_", "-")
    const source = `ORCHESTRATE WORKFLOW "w"
STEP 1: PARALLEL
BRANCH A: BOT "${nameOf(slow)}" "read"
BRANCH B: BOT "${nameOf(quick)}" "check"
END PARALLEL
STEP 2: BOT "${nameOf(quick)}" "print"
TALK "done"`
    const caller = await openBench(db, source, { in: slow })
    const { conversationId } = await caller.start()
    await caller.engine.sweep()
    expect(await caller.readTranscript(conversationId)).toEqual([])
    caller.clock.advance(6_000)
    await caller.engine.sweep()
    expect(await caller.readTranscript(conversationId)).toEqual(["bot: done"])
    const kept = await caller.rows<{ value: string }>(
      "select value from memory_entries where key = 'done' order by value",
    )
    expect(kept.map(({ value }) => value)).toEqual(["print", "read"])
  })

  it("tells which branch of a workflow failed", async () => {
    const pair = await openPair(
      "x = 1 / 0",
      'ON ERROR RESUME NEXT\nSTEP 1: PARALLEL\nBRANCH A: BOT "BOT_NAME" "x"\nBRANCH B: BOT "BOT_NAME" "y"\nEND PARALLEL\nTALK ERROR MESSAGE',
    )
    const { said } = await talk(pair)
    expect(said[0]).toMatch(/^bot: Branch [AB]: The other bot could not finish its answer\.$/)
  })

  it("ends where bots ask each other round and round", async () => {
    const pair = await openPair('RETURN "x"', ask)
    const back = pair.caller.botId.replace("_", "-")
    await pair.other.publish(`RETURN DELEGATE message TO BOT "${back}"`)
    await pair.caller.publish(
      `ON ERROR RESUME NEXT\nx = DELEGATE "go on" TO BOT "${pair.name}"\nRETURN ERROR MESSAGE + x`,
    )
    const { reply } = await pair.caller.start()
    expect(reply).toBeUndefined()
    await pair.caller.engine.sweep()
    const [count] = await pair.caller.rows<{ runs: number }>(
      "select count(*)::int as runs from runs",
    )
    expect(count?.runs).toBeLessThanOrEqual(17)
    const [open] = await pair.caller.rows<{ open: number }>(
      "select count(*)::int as open from conversations where waiting is not null",
    )
    expect(open?.open).toBe(0)
  })
})
