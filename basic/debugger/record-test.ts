import { printIsoDate } from "../format/print-date.ts"
import { quoteText } from "../printer/text.ts"
import { DateValue, type Json } from "../vm/value.ts"
import type { DebugAct, DebugRun, DebugSession } from "./session.ts"
import { readTyped } from "./variable-tree.ts"

interface Recording {
  /** The name of the test. */
  readonly name: string
  /** The script it begins in, by the name calls give it; left out for the one its file is named after. */
  readonly script?: string
  readonly session: DebugSession
  readonly run: DebugRun
  /** The clock and the language the conversation began with. */
  readonly nowMs: number
  readonly language?: string
}

/**
 * Writes a conversation down as a test (docs/adr/0019-conversations-as-tests.md): what the person did, and what
 * the bot said to it.
 */
export function recordTest({ name, script, session, run, nowMs, language }: Recording): string {
  const at = printIsoDate(new DateValue(nowMs, 0, true))
    .slice(0, 16)
    .replace("T", " ")
  const lines = [
    `TEST ${quote(name)}`,
    ...(script === undefined ? [] : [`USE ${quote(`${script}.bas`)}`]),
    `AT ${quote(at)}`,
    ...(language === undefined || language === "en" ? [] : [`SET LANGUAGE ${quote(language)}`]),
    ...recordAnswers(run),
  ]
  run.actStarts.forEach(({ event }, index) => {
    const until = run.actStarts[index + 1]?.event ?? run.preview.events.length
    const act = index === 0 ? null : session.acts[index - 1]
    if (act) lines.push("", ...recordAct(act))
    lines.push(...recordEvents(run, event, until))
  })
  lines.push(...recordEnd(run))
  return `${lines.join("\n")}\n`
}

/** What was answered by hand or by a rule has to be answered again. */
function recordAnswers({ effects }: DebugRun): string[] {
  return effects
    .filter(({ isGiven }) => isGiven)
    .map(({ keyword, operands, answer }) => {
      const where = whereOf(operands)
      const reply =
        "code" in answer ? `FAILS ${quote(answer.message)}` : `WITH ${printJson(answer.value)}`
      return `ANSWER ${keyword}${where} ${reply}`
    })
}

function whereOf(operands: Json): string {
  if (typeof operands !== "object" || operands === null || Array.isArray(operands)) return ""
  return typeof operands.url === "string" ? ` WHERE url = ${quote(operands.url)}` : ""
}

function recordAct(act: DebugAct): string[] {
  switch (act.kind) {
    case "say":
      return [`SAY ${quote(act.text)}`]
    case "choose":
      return [`CHOOSE ${quote(act.label)}`]
    case "attach":
      return [`SEND FILE ${quote(nameOfFile(act.file))}`]
    case "skip":
      return [`SKIP ${act.seconds} SECONDS`]
    case "set":
      // A test is what a person could have done; a variable that was changed by hand is noted for its reader.
      return [`' ${act.place.name} was changed by hand here`].filter(
        () => readTyped(act.value) !== undefined,
      )
  }
}

const nameOfFile = (file: Json): string => {
  const name = typeof file === "object" && file !== null && !Array.isArray(file) ? file.name : file
  return typeof name === "string" && name !== "" ? name : "file.txt"
}

function recordEvents({ preview }: DebugRun, from: number, until: number): string[] {
  return preview.events.slice(from, until).flatMap((event) => {
    if (event.kind === "fault") return [`EXPECT ERROR ${quote(event.message)}`]
    if (event.kind !== "bot") return []
    const labels = (event.choices ?? []).map(({ label }) => quote(label))
    return [
      ...(event.text === "" ? [] : [`EXPECT ${quote(event.text)}`]),
      ...(labels.length > 0 ? [`EXPECT CHOICES ${labels.join(", ")}`] : []),
    ]
  })
}

function recordEnd({ preview }: DebugRun): string[] {
  if (preview.waiting) return preview.waiting.kind === "time" ? ["EXPECT WAITING PAUSE"] : []
  const last = preview.events.findLast(({ kind }) => kind === "end" || kind === "fault")
  return last?.kind === "end" ? ["EXPECT END"] : []
}

/** On one line: a text over several lines is written with its line ends as signs. */
const quote = (text: string): string => quoteText(text, false)

function printJson(value: Json): string {
  if (typeof value === "string") return quote(value)
  if (Array.isArray(value)) return `[${value.map(printJson).join(", ")}]`
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${quote(key)}: ${printJson(item)}`)
    return `{ ${entries.join(", ")} }`
  }
  return value === null
    ? "NULL"
    : typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value)
}
