import { expect } from "vitest"
import { collectDeclarations, parse } from "#basic"
import { newId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { applyHandlers } from "#server/records/events/apply-declarations.ts"
import type { Publication } from "#server/records/publication.ts"
import { mergeDeclarations } from "#server/services/bots/merge-declarations.ts"
import type { InboundEvent } from "../event.ts"
import { compileSource } from "./harness.ts"
import type { KillCampaign } from "./kill-campaign.ts"
import type { Receiver } from "./receiver.ts"
import { addBot, createWorld, publishBundle, type World } from "./world.ts"

/** Two questions, data before and after, outside effects of each kind, a pause, a question to another bot. */
export function killProgram(receiverUrl: string, isHonouring: boolean): string {
  const others = isHonouring
    ? ""
    : `
ON ERROR RESUME NEXT
q = PUT "${receiverUrl}/", { mark: mark, step: 3 }
TALK "put " + mark
p = PATCH "${receiverUrl}/", { mark: mark, step: 4 }
IF ERROR THEN
TALK "patch unknown " + mark
ELSE
TALK "patch " + p.number
END IF
CLEAR ERROR
ON ERROR GOTO 0
`
  return `
HEAR mark
TALK "begin " + mark
n = GET USER MEMORY "count"
SET USER MEMORY "count", n + 1
r = POST "${receiverUrl}/", { mark: mark, step: 1 }
TALK "ordered " + r.number
HEAR word
SET SESSION "word", word
TALK "word " + word
s = POST "${receiverUrl}/", { mark: mark, step: 2 }
TALK "ordered " + s.number
IF RIGHT(mark, 2) = "1x" OR RIGHT(mark, 2) = "6x" THEN
INSERT INTO visits WITH mark = mark
END IF
IF RIGHT(mark, 2) = "2x" THEN
WRITE "notes/" + mark + ".txt", "Hello " + mark
COPY "notes/" + mark + ".txt" TO "copies/" + mark + ".txt"
MOVE "notes/" + mark + ".txt" TO "moved/" + mark + ".txt"
END IF
IF RIGHT(mark, 2) = "3x" THEN
SEND MAIL mark + "@example.org", "Hello", "About " + mark
CREATE TASK "Call " + mark
END IF
IF RIGHT(mark, 2) = "4x" THEN
PUBLISH EVENT "noted", { mark: mark }
END IF
${others}
WAIT 0.1
c = GET USER MEMORY "count"
SET USER MEMORY "count", c + 1
w = GET SESSION "word"
d = ""
IF ${isHonouring} AND (RIGHT(mark, 2) = "0x" OR RIGHT(mark, 2) = "5x") THEN
d = DELEGATE mark TO BOT "Helper" TIMEOUT 600
END IF
TALK "end " + mark + " " + w + " " + c + d
EXIT
ON EVENT "noted" DO
INSERT INTO noted WITH mark = mark
END ON
`
}

/** One conversation in five asks the other bot: enough of them, and each costs two turns more. */
const isDelegating = (mark: string): boolean => /[05]x$/.test(mark)

/**
 * One in five writes a row: writers of one table wait for each other inside their transactions, and all of them at
 * once would wait longer than this campaign's short lease.
 */
const isWriting = (mark: string): boolean => /[16]x$/.test(mark)

/**
 * One in ten works with files, one with mail and tasks, one with events and a webhook. Archives and PDFs are made
 * in a thread that takes longer to begin than a life of this campaign lasts; they are kept as these files are.
 */
const endsWith = (mark: string, digit: string): boolean => mark.endsWith(`${digit}x`)

/** Whom the program asks: a bot that works with data and pauses, too. */
const helperProgram = `
INSERT INTO visits WITH mark = message
WAIT 0.1
RETURN " " + message + "!"
`

/** What a program outside calls. */
const hookProgram = "INSERT INTO hooked WITH mark = mark\nRETURN mark\n"

/** A world of the campaign, with the bot whose webhook is called. */
export interface KillWorld extends World {
  readonly hookBotId: World["botId"]
}

export async function prepareWorld(db: Database, source: string): Promise<KillWorld> {
  const world = await createWorld(db)
  const versionId = await publishBundle(world, compileSource(source))
  const declarations = collectDeclarations(parse(source).program)
  const publication = {
    ...{ orgId: world.orgId, botId: world.botId, versionId, at: new Date() },
    declarations: mergeDeclarations([{ name: "start", declarations }]),
  } as Publication
  await db.withOrg(world.orgId, (tx) => applyHandlers(tx, publication))
  const hook = await addBot(world)
  await publishBundle(hook, compileSource(hookProgram))
  const helper = await addBot(world)
  await publishBundle(helper, compileSource(helperProgram))
  await db.tenantQuery([world.orgId], "update bots set name = 'Helper' where id = $1", [
    helper.botId,
  ])
  return { ...world, hookBotId: hook.botId }
}

/** A program outside calls a webhook, and asks again with the same key until it is answered. */
async function callHook(campaign: KillCampaign, { orgId, hookBotId }: KillWorld, mark: string) {
  const source = `webhook:${hookBotId}`
  const { reply } = await campaign.ask({
    ...{ orgId, botId: hookBotId, source, key: newId("evt"), conversationId: null },
    ...{ kind: "webhook", inputs: { mark }, waitMs: 3_000 },
  })
  expect(reply?.value).toBe(mark)
}

/** One person's side of the conversation; keys are made once and used again after every kill. */
export async function holdConversation(
  campaign: KillCampaign,
  world: KillWorld,
  mark: string,
): Promise<string> {
  const { orgId, botId } = world
  const base = { orgId, botId, source: "test", waitMs: 3_000 }
  const opening = { ...base, key: newId("evt"), conversationId: null, kind: "start" } as const
  const { conversationId } = await campaign.ask(opening)
  const say = async (text: string) => {
    const event: InboundEvent = {
      ...base,
      key: newId("evt"),
      conversationId,
      kind: "message",
      text,
    }
    return await campaign.ask(event)
  }
  const first = await say(mark)
  expect(first.messages.map(({ text }) => text)).toEqual([`begin ${mark}`, `ordered ${mark}-1`])
  await say(`w-${mark}`)
  if (endsWith(mark, "4")) await callHook(campaign, world, mark)
  return conversationId
}

/** Keeps `size` conversations going until `total` have been held. */
export async function holdCrowd(
  campaign: KillCampaign,
  world: KillWorld,
  total: number,
  size: number,
  prefix = "m",
): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  const marks = Array.from({ length: total }, (_, n) => `${prefix}${n}x`)[Symbol.iterator]()
  const visitor = async () => {
    for (const mark of marks) held.set(mark, await holdConversation(campaign, world, mark))
  }
  await Promise.all(Array.from({ length: size }, visitor))
  return held
}

/** Resolves when no turn is under way and nothing is due any more; says what is open where that takes too long. */
export async function waitUntilQuiet(world: World, timeoutMs: number) {
  await expect
    .poll(
      async () =>
        await world.db.tenantQuery<{ open: unknown }>(
          [world.orgId],
          `select to_jsonb(c) as open from conversations c where running is not null
           union all select to_jsonb(e) from inbound_events e where due is not null
           union all select to_jsonb(s) from schedules s where due is not null
           union all select to_jsonb(t) from timers t`,
        ),
      { timeout: timeoutMs, interval: 100 },
    )
    .toEqual([])
}

interface Line {
  readonly seq: number
  readonly sender: string
  readonly text: string
}

/** Everything said in each conversation of the bot, in order; fails where a number is missing or twice. */
export async function readTranscripts(world: World): Promise<Map<string, string[]>> {
  const rows = await world.db.tenantQuery<{ id: string; lines: Line[] }>(
    [world.orgId],
    `select conversation_id as id, jsonb_agg(jsonb_build_object('seq', seq, 'sender', sender, 'text', text)
       order by seq) as lines from messages m
     where exists (select from conversations c where c.id = m.conversation_id and c.bot_id = $1)
     group by 1`,
    [world.botId],
  )
  return new Map(
    rows.map(({ id, lines }) => {
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1))
      return [id, lines.map(({ sender, text }) => `${sender}: ${text}`)] as const
    }),
  )
}

/** How the turns of a conversation ended that came to less than it should; empty for all others. */
async function tellTurns(world: World, conversationId: string, lines: readonly string[]) {
  if (lines.at(-1)?.startsWith("bot: end ")) return ""
  const turns = await world.db.tenantQuery<{ kind: string; attempts: number; outcome: unknown }>(
    [world.orgId],
    "select kind, attempts, outcome from inbound_events where conversation_id = $1 order by id",
    [conversationId],
  )
  return JSON.stringify(turns)
}

/** Nothing lost, nothing doubled: every line once and in its place, every order once, every count right. */
export async function expectExactlyOnce(
  world: World,
  held: ReadonlyMap<string, string>,
  receiver: Receiver,
) {
  const transcripts = await readTranscripts(world)
  expect(transcripts.size).toBe(held.size)
  for (const [mark, conversationId] of held) {
    const told = await tellTurns(world, conversationId, transcripts.get(conversationId) ?? [])
    expect(transcripts.get(conversationId), told).toEqual([
      `contact: ${mark}`,
      `bot: begin ${mark}`,
      `bot: ordered ${mark}-1`,
      `contact: w-${mark}`,
      `bot: word w-${mark}`,
      `bot: ordered ${mark}-2`,
      `bot: end ${mark} w-${mark} 1${isDelegating(mark) ? ` ${mark}!` : ""}`,
    ])
    for (const step of [1, 2]) expect(receiver.effects.get(`POST/${mark}/${step}`)).toBe(1)
  }
  const marks = [...held.keys()]
  const mailed = marks.filter((mark) => endsWith(mark, "3"))
  for (const mark of mailed) expect(receiver.effects.get(`POST/${mark}/mail`)).toBe(1)
  expect(receiver.effects.size).toBe(held.size * 2 + mailed.length)
  await expectKeptOnce(world, marks)
  const memories = await world.db.tenantQuery<{ value: number; n: number }>(
    [world.orgId],
    "select value, count(*)::int as n from memory_entries group by value",
  )
  expect(memories).toEqual([{ value: 2, n: held.size }])
  const visits = await countMarks(world, "visits")
  const asked = marks.filter(isDelegating).length
  const wrote = marks.filter(isWriting).length
  expect(visits).toHaveLength(2)
  expect(visits).toEqual(expect.arrayContaining([once(wrote), once(asked)]))
  const told = marks.filter((mark) => endsWith(mark, "4")).length
  for (const table of ["noted", "hooked"])
    expect([table, await countMarks(world, table)]).toEqual([table, [once(told)]])
}

const once = (count: number) => ({ rows: count, marks: count, counted: count })

/** The rows of a table of each bot that has one. */
async function countMarks(world: World, table: string) {
  return await world.db.tenantQuery<{ rows: number; marks: number; counted: number }>(
    [world.orgId],
    `select count(*)::int as rows, count(distinct r.cells->>'mark')::int as marks, max(t.row_count)::int as counted
     from bot_rows r join bot_tables t on t.org_id = r.org_id and t.id = r.table_id
     where t.name = $1 group by t.bot_id order by 1 desc`,
    [table],
  )
}

/** Every file under its last path and no other, each content once; every mail sent, every task open, once. */
async function expectKeptOnce(world: World, marks: readonly string[]) {
  const query = (text: string) =>
    world.db.tenantQuery<{ name: string; n: number }>([world.orgId], text)
  const filed = marks.filter((mark) => endsWith(mark, "2"))
  const paths = filed.flatMap((mark) => [`copies/${mark}.txt`, `moved/${mark}.txt`])
  const files = await query("select path as name, 1 as n from files")
  expect(files.map(({ name }) => name).sort()).toEqual(paths.sort())
  const blobs = await query("select state as name, count(*)::int as n from blobs group by 1")
  expect(blobs).toEqual([{ name: "kept", n: filed.length }])
  const mailed = marks.filter((mark) => endsWith(mark, "3"))
  const mails = await query("select to_address || ' ' || state as name, 1 as n from mails")
  expect(mails.map(({ name }) => name).sort()).toEqual(
    mailed.map((mark) => `${mark}@example.org sent`).sort(),
  )
  const tasks = await query("select title as name, 1 as n from tasks")
  expect(tasks.map(({ name }) => name).sort()).toEqual(mailed.map((mark) => `Call ${mark}`).sort())
}
