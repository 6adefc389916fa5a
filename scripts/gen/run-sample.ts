import {
  checkSource,
  compile,
  openPreview,
  type PretendReply,
  type PretendRequest,
  type Preview,
  type PreviewEvent,
} from "#basic"

/** What the imagined reader of the manual answers, by what is asked for. */
const answers: Readonly<Record<string, string>> = {
  text: "Good morning",
  name: "Ana",
  email: "ana@example.org",
  url: "https://example.org",
  password: "green harbor 41",
  integer: "3",
  number: "2.5",
  money: "10.50",
  boolean: "yes",
  date: "2025-02-14",
  hour: "14:30",
  mobile: "+351 912 345 678",
  language: "English",
  color: "blue",
}
const maxTurns = 12

/** One sample that was really run. */
export interface RanSample {
  /** What is found in the source before it runs. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** What was said, noted and answered, a line each. */
  readonly lines: readonly string[]
  readonly hasFault: boolean
}

/**
 * Runs a sample in the same preview the test chat uses, until it ends or nothing more is to be said.
 *
 * Shape: `said` answers its questions in order; where it ends, an answer that fits the question is made up.
 */
export function runSample(source: string, said: readonly string[] = []): RanSample {
  const { program, diagnostics } = checkSource(source)
  const sentencesOf = (wanted: string) =>
    diagnostics
      .filter(({ severity }) => severity === wanted)
      .map(({ code, message }) => `${code}: ${message}`)
  const found = { errors: sentencesOf("error"), warnings: sentencesOf("warning") }
  if (found.errors.length > 0) return { ...found, lines: [], hasFault: true }
  const preview = openPreview(compile(program, undefined, source), { http: answerRequest })
  preview.start()
  const left = [...said]
  if (preview.status === "new") preview.send({ text: left.shift() ?? "Hello" })
  for (let turn = 0; turn < maxTurns && preview.waiting !== null; turn += 1) goOn(preview, left)
  const hasFault = preview.events.some(({ kind }) => kind === "fault")
  return { ...found, lines: preview.events.flatMap(toLines), hasFault }
}

/** Services of the manual: they give what the samples read from them. */
function answerRequest({ method, url }: PretendRequest): PretendReply {
  if (url.endsWith("/rates")) return { body: { usd: 1.08 } }
  return method === "GET" ? { body: { name: "Ana", open: true } } : { body: { id: 17 } }
}

function goOn(preview: Preview, left: string[]): void {
  const { waiting } = preview
  if (waiting === null) return
  if (waiting.kind === "time") {
    preview.skipTime(Math.max(1, (Date.parse(waiting.until ?? "") - preview.nowMs) / 1000))
    return
  }
  const next = left.shift()
  const choice = waiting.kind === "menu" ? waiting.choices?.[0]?.value : undefined
  if (next !== undefined) preview.send({ text: next })
  else if (choice !== undefined) preview.send({ choice })
  else preview.send({ text: answers[waiting.kind] ?? "Good morning" })
}

function toLines(event: PreviewEvent): string[] {
  switch (event.kind) {
    case "bot": {
      const buttons = (event.choices ?? []).map(({ label }) => `[${label}]`).join(" ")
      return withWho("bot", [event.text, buttons].filter((part) => part !== "").join("\n"))
    }
    case "you":
      return withWho("you", event.text)
    case "log":
      return withWho("log", event.text)
    case "effect":
      return [`     (${event.text})`]
    case "fault":
      return [`error: ${event.message}`]
    default:
      return event.value === null ? [] : [`gives back: ${JSON.stringify(event.value)}`]
  }
}

const withWho = (who: string, text: string): string[] =>
  text.split("\n").map((line, index) => (index === 0 ? `${who}: ${line}` : `     ${line}`))
