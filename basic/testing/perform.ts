/** What the lines of a test do to the conversation, but for EXPECT. */
import { parseDate } from "../dates/parse.ts"
import { normalizeName } from "../ir/names.ts"
import { StateError } from "../vm/errors.ts"
import type { ZoneTable } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"
import { listQuoted, quote, Unmet } from "./failure.ts"
import type { TestAct, TestLine } from "./nodes.ts"
import type { Talk } from "./talk.ts"

export type FindZone = (name: string) => ZoneTable | null

type ActOf<K extends TestAct["kind"]> = Extract<TestAct, { kind: K }>
type Doing = Exclude<TestAct, { kind: "expect" | "use" }>

/** Does what a line says. Throws Unmet when it cannot be done. */
export function perform(act: Doing, line: TestLine, talk: Talk, findZone: FindZone) {
  switch (act.kind) {
    case "at":
      return setClock(act, line, talk, findZone)
    case "setMemory": {
      needNew(talk)
      talk.prepared.memory[act.scope].set(talk.text(act.key), talk.value(act.value))
      return
    }
    case "setVariable":
      return setVariable(act, talk)
    case "setLanguage": {
      needNew(talk)
      talk.prepared.language = talk.text(act.language).trim()
      return
    }
    case "answer": {
      const { keyword, where, isFailure } = act
      const reply = talk.value(act.reply)
      return talk.answers.add({ keyword, where, isFailure, reply, isSetup: talk.isSetup })
    }
    default:
      return performPerson(act, line, talk)
  }
}

function performPerson(
  act: Exclude<Doing, { kind: "at" | "setMemory" | "setVariable" | "setLanguage" | "answer" }>,
  line: TestLine,
  talk: Talk,
) {
  if (act.kind === "start") return start(act, line, talk)
  talk.begin(line)
  switch (act.kind) {
    case "say": {
      const text = talk.text(act.text)
      return talk.act(line, (preview) => preview.send({ text }))
    }
    case "choose":
      return choose(act, line, talk)
    case "sendFile": {
      const file = talk.value(act.file)
      return talk.act(line, (preview) => preview.send({ file: describeFile(file) }))
    }
    case "skip":
      return skip(act, line, talk)
    case "restart":
      return restart(talk)
  }
}

const describeFile = (file: Json): Json => (typeof file === "string" ? { name: file } : file)

function needNew(talk: Talk) {
  if (talk.isOpen)
    throw new Unmet(
      "basic.test_setting",
      "a conversation that has not begun",
      "it has; put this line above the first START, SAY or EXPECT",
    )
}

function setVariable({ name, value }: ActOf<"setVariable">, talk: Talk) {
  needNew(talk)
  const { variables } = talk.tally.script.bundle
  const known = variables.find((each) => normalizeName(each) === normalizeName(name))
  if (known === undefined)
    throw new Unmet(
      "basic.test_value",
      "a variable of the script",
      `the script has none called ${name}`,
    )
  talk.prepared.inputs.set(known, talk.value(value))
}

function setClock({ time, zone }: ActOf<"at">, line: TestLine, talk: Talk, findZone: FindZone) {
  if (zone !== null) {
    needNew(talk)
    const name = talk.text(zone)
    const found = findZone(name)
    if (found === null)
      throw new Unmet(
        "basic.test_setting",
        'a time zone such as "America/Sao_Paulo"',
        `nothing is known of ${quote(name)}`,
      )
    talk.prepared.zone = found
  }
  const text = talk.text(time)
  const date = parseDate(talk.prepared.zone, text)
  if (date === null)
    throw new Unmet(
      "basic.test_setting",
      'a time such as "2030-05-01 09:00"',
      `${quote(text)} is none`,
    )
  if (!talk.isOpen) talk.prepared.nowMs = date.epochMs
  else moveClock(date.epochMs, line, talk)
}

function moveClock(untilMs: number, line: TestLine, talk: Talk) {
  const seconds = (untilMs - talk.preview.nowMs) / 1000
  if (seconds < 0)
    throw new Unmet("basic.test_setting", "a later time", "the clock is past it already")
  talk.act(line, (preview) => preview.skipTime(seconds))
}

function start({ text }: ActOf<"start">, line: TestLine, talk: Talk) {
  const said = text === null ? null : talk.text(text)
  if (talk.isOpen && talk.preview.status === "waiting")
    throw new Unmet(
      "basic.test_setting",
      "a conversation that has not begun, or is over",
      "it is under way; use SAY",
    )
  talk.act(line, (preview) => (said === null ? preview.start() : preview.send({ text: said })))
}

function choose({ choice }: ActOf<"choose">, line: TestLine, talk: Talk) {
  const wanted = talk.text(choice)
  const { choices } = talk
  const found =
    choices.find(({ label }) => label === wanted) ?? choices.find(({ value }) => value === wanted)
  if (found === undefined) {
    talk.needGoing()
    const labels = listQuoted(choices.map(({ label }) => label))
    const happened = labels === "" ? "the bot offers no choices" : `the bot offers ${labels}`
    throw new Unmet("basic.test_not_offered", `the choice ${quote(wanted)}`, happened)
  }
  talk.act(line, (preview) => preview.send({ choice: found.value }))
}

function skip({ amount, unitSeconds }: ActOf<"skip">, line: TestLine, talk: Talk) {
  if (amount === null) return skipWait(line, talk)
  const count = talk.value(amount)
  if (typeof count !== "number" || count < 0)
    throw new Unmet(
      "basic.test_value",
      "a number from 0 up",
      `the value is ${JSON.stringify(count)}`,
    )
  talk.act(line, (preview) => preview.skipTime(count * unitSeconds))
}

function skipWait(line: TestLine, talk: Talk) {
  const until = talk.preview.waiting?.until
  if (until === undefined) {
    talk.needGoing()
    throw new Unmet(
      "basic.test_setting",
      "a bot that pauses, or waits for a limited time",
      "it does not; write how long to SKIP, as in SKIP 10 MINUTES",
    )
  }
  const untilMs = parseDate(talk.prepared.zone, until)?.epochMs ?? 0
  talk.act(line, (preview) => preview.skipTime(Math.max(0, untilMs - preview.nowMs) / 1000))
}

function restart(talk: Talk) {
  talk.needGoing()
  try {
    talk.preview.restart()
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    throw new Unmet("basic.test_value", "a conversation that can be stored", error.message)
  }
}
