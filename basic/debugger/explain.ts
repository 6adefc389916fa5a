import { listExpressions } from "../ast/expressions.ts"
import type { Expression, Statement } from "../ast/nodes.ts"
import { utcZone } from "../dates/zone.ts"
import type { Bundle } from "../ir/bundle.ts"
import { textOf } from "../source/line-map.ts"
import { compare, evaluate, listRead, type Names } from "../testing/evaluate.ts"
import type { TurnContext } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"
import { readVariables } from "../vm/variables.ts"
import {
  type DebugOptions,
  type DebugRun,
  type DebugSession,
  runSession,
  type SeenEffect,
} from "./session.ts"

/** A statement with the text it stands in. */
export interface FoundStatement {
  readonly statement: Statement
  readonly source: string
}

/** One of the reasons why the bot said something: a decision, with what it looked at. */
export interface Reason {
  readonly stepId: string
  readonly moment: number
  /** The condition as the author wrote it. */
  readonly text: string
  /** Which way it took: "yes", "no", "case", "else", "again", "after"; null where that cannot be told. */
  readonly outcome: "yes" | "no" | "case" | "else" | "again" | "after" | null
  readonly values: readonly { readonly name: string; readonly value: Json }[]
}

/** Why the bot said a message. */
export interface Explanation {
  readonly stepId: string
  readonly line: number
  /** What the message was made of. */
  readonly values: Reason["values"]
  /** The decisions of the turn that led to it, in order. */
  readonly reasons: readonly Reason[]
  /** What the turn asked of the world before the message. */
  readonly effects: readonly SeenEffect[]
  /** What began the turn: the place of the person's message among the events; null for the bot's own beginning. */
  readonly saidEvent: number | null
}

interface Asked {
  readonly bundle: Bundle
  readonly session: DebugSession
  readonly options: DebugOptions
  readonly run: DebugRun
  readonly findStatement: (stepId: string) => FoundStatement | null
}

/** More decisions are left out, the earliest first. */
const maxReasons = 12

/** Explains the bot's message that is this event; null when the event is none. */
export function explain(asked: Asked, event: number): Explanation | null {
  const { run, bundle } = asked
  const said = run.preview.events[event]
  if (said?.kind !== "bot") return null
  const moment = run.eventsAt.findLastIndex((before) => before <= event)
  const turn = run.actStarts.findLast((act) => act.event <= event) ?? { event: 0, moment: 0 }
  const first = Math.max(0, turn.moment)
  const reasons: Reason[] = []
  for (let at = moment - 1; at >= first && reasons.length < maxReasons; at--) {
    const reason = explainMoment(asked, at)
    if (reason !== null) reasons.unshift(reason)
  }
  const found = asked.findStatement(said.stepId)
  const { steps } = bundle.debug
  const isOwn = moment >= 0 && steps[run.moments[moment] ?? -1] === said.stepId
  return {
    stepId: said.stepId,
    line: said.line,
    values: found && isOwn ? readNamed(asked, moment, listExpressions(found.statement)) : [],
    reasons,
    effects: run.effects.filter((effect) => effect.moment >= first && effect.moment <= moment),
    saidEvent: run.preview.events[turn.event]?.kind === "you" ? turn.event : null,
  }
}

function explainMoment(asked: Asked, moment: number): Reason | null {
  const { run, bundle } = asked
  const stepId = bundle.debug.steps[run.moments[moment] ?? -1] ?? ""
  const found = asked.findStatement(stepId)
  if (found === null) return null
  const looked = looksAt(found.statement)
  if (looked.length === 0) return null
  const names = namesAt(asked, moment)
  const outcome = outcomeOf(found.statement, names, contextOf(asked))
  const text = looked.map(({ span }) => textOf(found.source, span)).join(" · ")
  return { stepId, moment, text, outcome, values: pick(names, looked) }
}

/** What a decision looks at; nothing for other statements. */
function looksAt(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "IfStatement":
      return statement.branches.map(({ condition }) => condition)
    case "SelectStatement":
      return [statement.subject]
    case "WhileStatement":
      return [statement.condition]
    case "ForEachStatement":
      return [statement.list]
    case "DoStatement":
      return statement.test?.at === "start" ? [statement.test.condition] : []
    default:
      return []
  }
}

function outcomeOf(statement: Statement, names: Names, turn: TurnContext): Reason["outcome"] {
  const holds = (condition: Expression): boolean | null => {
    const found = evaluate(condition, names, turn)
    return found.isKnown ? isTrue(found.value) : null
  }
  switch (statement.kind) {
    case "IfStatement": {
      const results = statement.branches.map(({ condition }) => holds(condition))
      if (results.includes(true)) return "yes"
      return results.includes(null) ? null : "no"
    }
    case "SelectStatement": {
      const subject = evaluate(statement.subject, names, turn)
      if (!subject.isKnown) return null
      const isMet = statement.cases.some(({ values }) =>
        values.some((value) => {
          const found = evaluate(value, names, turn)
          return found.isKnown && compare("=", subject.value, found.value, turn)
        }),
      )
      return isMet ? "case" : "else"
    }
    case "WhileStatement": {
      const result = holds(statement.condition)
      return result === null ? null : result ? "again" : "after"
    }
    default:
      return null
  }
}

const isTrue = (value: Json): boolean =>
  value !== null && value !== false && value !== 0 && value !== ""

/** The variables as they stood before a statement of the conversation. */
function namesAt({ bundle, session, options }: Asked, moment: number): Names {
  const { pause } = runSession(bundle, session, { kind: "at", moment }, options)
  if (pause === null) return {}
  return Object.fromEntries(readVariables(pause.state).map(({ name, value }) => [name, value]))
}

function readNamed(asked: Asked, moment: number, expressions: readonly Expression[]) {
  return pick(namesAt(asked, moment), expressions)
}

function pick(names: Names, expressions: readonly Expression[]): Reason["values"] {
  const byName = new Map(Object.keys(names).map((name) => [name.toLowerCase(), name]))
  const read = new Set(expressions.flatMap(readsOf).map((name) => name.toLowerCase()))
  return [...read].flatMap((lower) => {
    const name = byName.get(lower)
    return name === undefined ? [] : [{ name, value: names[name] ?? null }]
  })
}

/** An expression that does something besides cannot be worked out on its own; it names nothing then. */
function readsOf(expression: Expression): readonly string[] {
  try {
    return listRead(expression)
  } catch {
    return []
  }
}

const contextOf = ({ run, options }: Asked): TurnContext => ({
  nowMs: run.preview.nowMs,
  seed: options.seed ?? 1,
  zone: options.zone ?? utcZone,
})
