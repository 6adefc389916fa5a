import { utcZone } from "../dates/zone.ts"
import { wordsOf } from "../diagnostics/report.ts"
import { unknownKeyword } from "../pretend/pretend-unknown.ts"
import type { PreviewEvent } from "../pretend/preview-shapes.ts"
import { namesOf } from "./answers.ts"
import { checkExpectation } from "./check-expectation.ts"
import { CoverageTally } from "./coverage.ts"
import { type ScriptPlace, type TestFailure, Unmet } from "./failure.ts"
import type { TestCase, TestFile, TestLine } from "./nodes.ts"
import { type FindZone, perform } from "./perform.ts"
import { type PreparedScript, prepareScript, type ScriptSource } from "./prepare-script.ts"
import { Talk } from "./talk.ts"

export interface RunOptions {
  /** Gives the script a USE names; null when there is none. The same object for the same script saves compiling it again. */
  readonly readScript: (path: string) => ScriptSource | null
  /** What is tested where no USE names a script. */
  readonly defaultPath: string
  /** Gives a time zone by its IANA name; null for one that is not known. Without it only UTC is. */
  readonly findZone?: FindZone
  /** Only tests whose names contain all these words, in any case. */
  readonly filter?: string
}

export interface TestResult {
  readonly name: string
  /** 1-based line of its TEST. */
  readonly line: number
  /** The name of the script it ran; null when none was found. */
  readonly script: string | null
  readonly isPassed: boolean
  readonly failure: TestFailure | null
}

export interface TestRun {
  readonly results: readonly TestResult[]
  /** What was taken, a tally for each script. `coverageOf` adds them up. */
  readonly tallies: readonly CoverageTally[]
}

const findOnlyUtc: FindZone = (name) => (/^(utc|gmt|z)$/i.test(name.trim()) ? utcZone : null)

/**
 * Runs the tests of a file, each in a conversation of its own, with a clock that only the test moves.
 *
 * Shape: a test ends at its first line that does not hold. Nothing leaves the machine, nothing waits.
 */
export function runTests(file: TestFile, options: RunOptions): TestRun {
  const tallies = new Map<PreparedScript, CoverageTally>()
  const tallyOf = (script: PreparedScript) => {
    const tally = tallies.get(script) ?? new CoverageTally(script)
    tallies.set(script, tally)
    return tally
  }
  const results = file.tests
    .filter(({ name }) => fitsFilter(name, options.filter ?? ""))
    .map((test) => runTest(test, file.setup, options, tallyOf))
  return { results, tallies: [...tallies.values()] }
}

const fitsFilter = (name: string, filter: string): boolean => {
  const lower = name.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

function runTest(
  test: TestCase,
  setup: readonly TestLine[],
  options: RunOptions,
  tallyOf: (script: PreparedScript) => CoverageTally,
): TestResult {
  const { name, line } = test
  const lines = [...setup, ...test.lines]
  const first: TestLine = {
    act: { kind: "restart" },
    span: test.span,
    line,
    text: `TEST "${name}"`,
  }
  const at = { line: first, talk: null as Talk | null }
  try {
    at.line = lines.findLast(({ act }) => act.kind === "use") ?? first
    const script = findScript(at.line, options)
    const talk = new Talk(tallyOf(script))
    at.talk = talk
    for (const [index, each] of lines.entries()) {
      at.line = each
      talk.isSetup = index < setup.length
      runLine(each, talk, options.findZone ?? findOnlyUtc)
    }
    talk.begin(at.line)
    talk.needGoing()
    return { name, line, script: script.name, isPassed: true, failure: null }
  } catch (unmet) {
    if (!(unmet instanceof Unmet)) throw unmet
    const failure = describeFailure(unmet, at.line, at.talk)
    const script = at.talk?.tally.script.name ?? null
    return { name, line, script, isPassed: false, failure }
  }
}

function runLine(line: TestLine, talk: Talk, findZone: FindZone) {
  const { act } = line
  if (act.kind === "use") return
  if (act.kind !== "expect") return perform(act, line, talk, findZone)
  talk.begin(line)
  checkExpectation(act.expectation, talk)
}

function findScript({ act }: TestLine, { readScript, defaultPath }: RunOptions): PreparedScript {
  const path = act.kind === "use" ? act.path : defaultPath
  const found = readScript(path)
  if (found === null)
    throw new Unmet("basic.test_script", `the script ${path}`, "there is no such file")
  const script = prepareScript(found)
  if (script.kind === "ready") return script
  const [error] = script.errors
  throw new Unmet(
    "basic.test_script",
    `the script ${path} without errors`,
    `there ${script.errors.length === 1 ? "is one" : `are ${script.errors.length}`}, the first in line ${script.line}: ${error?.message}`,
    { hint: `"check ${path}" shows all of them.` },
  )
}

/** So much of the conversation is shown. */
const maxShown = 12

function describeFailure(unmet: Unmet, line: TestLine, talk: Talk | null): TestFailure {
  const { code, expected, happened, hint } = unmet
  const blamed = unmet.blamed ?? line
  return {
    code,
    message: wordsOf(code, { expected, happened }).message,
    expected,
    happened,
    hint,
    line: blamed.line,
    text: blamed.text,
    place: talk === null ? null : findPlace(unmet, talk),
    conversation: talk?.isOpen ? showConversation(talk) : [],
  }
}

function findPlace({ at }: Unmet, talk: Talk): ScriptPlace {
  if (at !== null) return placeIn(talk, at.stepId, at.line)
  const last = talk.events.findLast((event) => "line" in event && event.line > 0)
  const stepId = talk.isOpen ? talk.preview.waitingStepId : null
  if (stepId !== null) {
    const waiting = placeIn(talk, stepId, 0)
    if (waiting.line > 0) return waiting
  }
  if (last === undefined || !("line" in last)) return placeIn(talk, "", 0)
  return placeIn(talk, last.stepId, last.line)
}

/** The script and the step that an id of the program means; `line` is where no step has it. */
function placeIn({ tally }: Talk, stepId: string, line: number): ScriptPlace {
  const { parts } = tally.script
  const part =
    parts.find(({ prefix }) => prefix !== "" && stepId.startsWith(prefix)) ?? tally.script
  const id = stepId.slice(part.prefix.length)
  const step = part.steps.find((each) => each.id === id)
  return { script: part.name, line: line > 0 ? line : (step?.line ?? 0), stepId: id }
}

function showConversation({ events, preview }: Talk): string[] {
  const lines = events.slice(-maxShown).map(showEvent)
  const { waiting } = preview
  const more = events.length > maxShown ? [`(${events.length - maxShown} earlier)`] : []
  return [...more, ...lines, ...(waiting === null ? [] : [`(waits for: ${waiting.kind})`])]
}

const maxLineChars = 300

function showEvent(event: PreviewEvent): string {
  const text = sayEvent(event).replace(/\s*\n\s*/g, " / ")
  return text.length > maxLineChars ? `${text.slice(0, maxLineChars - 3)}...` : text
}

function sayEvent(event: PreviewEvent): string {
  switch (event.kind) {
    case "bot":
      return `bot: ${[event.text, ...(event.choices ?? []).map(({ label }) => `[${label}]`)].join(" ")}`
    case "effect": {
      const operands = namesOf(event.operands)
      const isUnknown = event.keyword === unknownKeyword
      return `effect: ${isUnknown ? operands.text : `${event.keyword} ${JSON.stringify(operands)}`}`
    }
    case "fault":
      return `error: ${event.message}`
    case "end":
      return "(the script ended)"
    default:
      return `${event.kind}: ${event.text}`
  }
}
