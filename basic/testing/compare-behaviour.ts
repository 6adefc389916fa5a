import { matchKeys } from "../graph/match.ts"
import { ScriptNames } from "../ir/script-names.ts"
import { CoverageTally } from "./coverage.ts"
import { Unmet } from "./failure.ts"
import type { TestCase } from "./nodes.ts"
import { parseTests } from "./parse-tests.ts"
import { type FindZone, perform } from "./perform.ts"
import { type CallableScript, prepareScript } from "./prepare-script.ts"
import {
  type NamedText,
  runSavedTests,
  type SavedTestsReport,
  type TestedScript,
} from "./run-saved-tests.ts"
import { Talk } from "./talk.ts"

/** One line of two conversations side by side; null where one of them has nothing there. */
export interface LinePair {
  readonly from: "bot" | "you" | "other"
  readonly before: string | null
  readonly after: string | null
}

/** A saved conversation, held with two versions of a bot. */
export interface ComparedTest {
  readonly file: string
  readonly name: string
  /** Null where the version cannot run it. */
  readonly isPassedBefore: boolean | null
  readonly isPassedAfter: boolean | null
  /** The bot says something else, or the test comes out otherwise. */
  readonly isDifferent: boolean
  readonly lines: readonly LinePair[]
}

interface Said {
  readonly from: LinePair["from"]
  readonly text: string
}

/**
 * Holds the saved conversations with two versions of a bot and says where they part. Only what the person
 * does is taken from a test: expectations that one of them does not meet end nothing.
 */
export function compareBehaviour(
  before: readonly TestedScript[],
  after: readonly TestedScript[],
  tests: readonly NamedText[],
  findZone: FindZone = () => null,
): ComparedTest[] {
  const reports = [before, after].map((scripts) => runSavedTests({ scripts, tests }, { findZone }))
  return tests.flatMap(({ name: file, source }) => {
    const parsed = parseTests(source).file
    return parsed.tests.map((test): ComparedTest => {
      const [old, fresh] = [before, after].map((scripts) =>
        hold(
          scripts,
          file,
          { ...test, lines: [...parsed.setup, ...test.lines] },
          findZone,
          parsed.setup.length,
        ),
      )
      const [isPassedBefore, isPassedAfter] = reports.map((report) =>
        findResult(report, file, test),
      )
      const lines = pair(old ?? [], fresh ?? [])
      const isDifferent =
        isPassedBefore !== isPassedAfter || lines.some((line) => line.before !== line.after)
      return {
        ...{ file, name: test.name, isDifferent, lines },
        isPassedBefore: isPassedBefore ?? null,
        isPassedAfter: isPassedAfter ?? null,
      }
    })
  })
}

function findResult({ files }: SavedTestsReport, file: string, test: TestCase): boolean | null {
  const results = files.find(({ name }) => name === file)?.results ?? []
  return results.find(({ line }) => line === test.line)?.isPassed ?? null
}

function hold(
  scripts: readonly TestedScript[],
  file: string,
  { lines }: TestCase,
  findZone: FindZone,
  setupLines: number,
): Said[] {
  const used = lines.findLast(({ act }) => act.kind === "use")?.act
  const path =
    used?.kind === "use" ? used.path : file.replace(/\.bas$/i, "").replace(/\.test$/i, "")
  const place = new ScriptNames(scripts.map(({ name }) => name)).find(path)
  // As when they are run: tests of no script of theirs are of where conversations begin.
  const found = callables(scripts)[place ?? 0]
  const script = found && prepareScript(found)
  if (script === undefined || script.kind !== "ready") return []
  const talk = new Talk(new CoverageTally(script))
  try {
    for (const [index, line] of lines.entries()) {
      const { act } = line
      talk.isSetup = index < setupLines
      if (act.kind === "expect") talk.begin(line)
      else if (act.kind !== "use") perform(act, line, talk, findZone)
    }
  } catch (unmet) {
    if (!(unmet instanceof Unmet)) throw unmet
  }
  return listSaid(talk)
}

function callables(scripts: readonly TestedScript[]): CallableScript[] {
  const all = scripts.map(
    (script): CallableScript => ({
      ...script,
      callName: script.name,
      listOthers: () => all.filter(({ name }) => name !== script.name),
    }),
  )
  return all
}

function listSaid({ events }: Talk): Said[] {
  return events.flatMap((event): Said[] => {
    if (event.kind === "you") return [{ from: "you", text: event.text }]
    if (event.kind === "fault") return [{ from: "other", text: event.message }]
    if (event.kind === "effect") return [{ from: "other", text: event.text }]
    if (event.kind !== "bot") return []
    const choices = (event.choices ?? []).map(({ label }) => `[${label}]`)
    return [{ from: "bot", text: [event.text, ...choices].join(" ") }]
  })
}

/** Lines that are the same stand side by side; between them what was replaced, in order. */
function pair(before: readonly Said[], after: readonly Said[]): LinePair[] {
  const key = ({ from, text }: Said) => `${from} ${text}`
  const pairs = matchKeys(before.map(key), after.map(key))
  const lines: LinePair[] = []
  let a = 0
  let b = 0
  for (const [toA, toB] of [...pairs, [before.length, after.length] as const]) {
    while (a < toA || b < toB) {
      const [old, fresh] = [a < toA ? before[a] : undefined, b < toB ? after[b] : undefined]
      const isPair = old !== undefined && fresh !== undefined && old.from === fresh.from
      const left = isPair || old !== undefined ? old : undefined
      const right = isPair || left === undefined ? fresh : undefined
      lines.push({
        from: (left ?? right)?.from ?? "other",
        before: left?.text ?? null,
        after: right?.text ?? null,
      })
      if (left !== undefined) a++
      if (right !== undefined) b++
    }
    const same = before[toA]
    if (same === undefined) break
    lines.push({ from: same.from, before: same.text, after: same.text })
    a = toA + 1
    b = toB + 1
  }
  return lines
}
