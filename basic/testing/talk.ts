import type { Expression } from "../ast/nodes.ts"
import { utcZone } from "../dates/zone.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { openPreview } from "../pretend/preview.ts"
import type { Preview, PreviewChoice, PreviewEvent } from "../pretend/preview-shapes.ts"
import { fromJson, toText } from "../vm/json.ts"
import type { TurnContext, ZoneTable } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"
import { Answers } from "./answers.ts"
import type { CoverageTally } from "./coverage.ts"
import { declarationsOf } from "./declarations-of.ts"
import { evaluate, findName, listRead, type Names } from "./evaluate.ts"
import { quote, Unmet } from "./failure.ts"
import type { MemoryScope, TestLine } from "./nodes.ts"

/** What a test prepares before the conversation begins. */
interface Prepared {
  nowMs: number | null
  zone: ZoneTable
  language: string | null
  readonly memory: Readonly<Record<MemoryScope, Map<string, Json>>>
  readonly inputs: Map<string, Json>
}

/** The conversation of one test: what is prepared, said so far, and not yet looked at. */
export class Talk {
  readonly tally: CoverageTally
  readonly prepared: Prepared = {
    nowMs: null,
    zone: utcZone,
    language: null,
    memory: { bot: new Map(), user: new Map(), session: new Map() },
    inputs: new Map(),
  }
  readonly answers: Answers
  /** Events of effects that an EXPECT has named. */
  readonly expectedEffects = new Set<PreviewEvent>()
  /** The line at hand stands above the first TEST. */
  isSetup = false
  /** Index of the first event that no EXPECT has looked at. */
  unread = 0
  /** Index of the first event after the person or the clock did something. */
  turnStart = 0
  /** The line that made the script stop with an error which no EXPECT ERROR has taken yet. */
  stoppedBy: TestLine | null = null
  private opened: Preview | null = null

  constructor(tally: CoverageTally) {
    this.tally = tally
    this.answers = new Answers((expression, operands) => {
      const names = { ...this.names(), ...operands }
      const found = evaluate(expression, names, this.turn())
      return found.isKnown && found.value === true
    })
  }

  get isOpen(): boolean {
    return this.opened !== null
  }
  get preview(): Preview {
    this.opened ??= this.open()
    return this.opened
  }
  get events(): readonly PreviewEvent[] {
    return this.opened?.events ?? []
  }
  /** The buttons that can be chosen now. */
  get choices(): readonly PreviewChoice[] {
    const { waiting, events } = this.preview
    if (waiting !== null) return waiting.choices ?? []
    const last = events.findLast(({ kind }) => kind === "bot")
    return last?.kind === "bot" ? (last.choices ?? []) : []
  }

  private open(): Preview {
    const { nowMs, zone, language, memory, inputs } = this.prepared
    return openPreview(this.tally.script.bundle, {
      ...(nowMs !== null && { nowMs }),
      ...(language !== null && { language }),
      zone,
      inputs: Object.fromEntries(inputs),
      memory: {
        bot: Object.fromEntries(memory.bot),
        user: Object.fromEntries(memory.user),
        session: Object.fromEntries(memory.session),
      },
      answer: (effect) => this.answers.reply(effect),
      watch: this.tally,
      declarations: declarationsOf(this.tally.script),
    })
  }

  /** Lets the bot begin, unless it has. */
  begin(line: TestLine) {
    if (!this.isOpen) this.act(line, (preview) => preview.start())
  }

  /** Something happens to the bot: what it said before counts as read. */
  act(line: TestLine, happen: (preview: Preview) => void) {
    this.needGoing()
    const { preview } = this
    this.unread = preview.events.length
    this.turnStart = preview.events.length
    happen(preview)
    const isStopped = preview.events.slice(this.turnStart).some(({ kind }) => kind === "fault")
    if (isStopped) this.stoppedBy = line
  }

  /** Fails when the script stopped with an error that the test does not expect. */
  needGoing() {
    const { stoppedBy } = this
    const fault = this.events.findLast(({ kind }) => kind === "fault")
    if (stoppedBy === null || fault?.kind !== "fault") return
    throw new Unmet("basic.test_stopped", "the script to go on", sayFault(fault), {
      at: fault,
      blamed: stoppedBy,
    })
  }

  names(): Names {
    return Object.fromEntries(
      (this.opened?.variables ?? []).map(({ name, value }) => [name, value]),
    )
  }

  private turn(): TurnContext {
    const nowMs = this.opened?.nowMs ?? this.prepared.nowMs ?? 0
    return { nowMs, seed: 1, zone: this.prepared.zone }
  }

  /** Works out a value of the line at hand; variables are those of the script. */
  value(expression: Expression): Json {
    this.needNames(expression)
    const found = evaluate(expression, this.names(), this.turn())
    if (found.isKnown) return found.value
    throw new Unmet("basic.test_value", "a value", `it cannot be worked out: ${found.problem}`)
  }

  text(expression: Expression): string {
    return toText(fromJson(this.value(expression)))
  }

  context(): TurnContext {
    return this.turn()
  }

  /** A name the script does not have is a slip, and would read as nothing. */
  private needNames(expression: Expression) {
    if (expression.kind === "TextLiteral") return
    const { variables } = this.tally.script.bundle
    const known = Object.fromEntries(variables.map((name) => [name, null]))
    for (const name of listRead(expression)) {
      if (findName(known, name) !== undefined) continue
      const nearest = findNearest(name, variables)
      const hint = nearest === null ? "Put texts between quotes." : `Did you mean ${nearest}?`
      throw new Unmet(
        "basic.test_value",
        "a variable of the script",
        `the script has none called ${name}`,
        { hint },
      )
    }
  }
}

export const sayFault = (fault: PreviewEvent & { kind: "fault" }): string =>
  `it stopped with ${fault.code}: ${quote(fault.message)}`
