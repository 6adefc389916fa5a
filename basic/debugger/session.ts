/**
 * The debugger's one idea: a conversation is a list of acts, and running it again gives the same conversation.
 *
 * So nothing is ever "held" at a breakpoint. A session is data: what the person did, which variables were
 * changed at which moment, what effects were answered by hand. To stand at a moment (the n-th statement that
 * begins) the session is run from the start and broken off there; to step, it is run a moment further; to go
 * back, a moment less. The machine runs a statement at a time by its debug tables, as it does whenever a
 * preview is watched, so a published bot pays nothing for any of this.
 */
import type { Bundle } from "../ir/bundle.ts"
import { PretendConversation } from "../pretend/conversation.ts"
import type { PretendAnswer, PretendEffect, PreviewOptions } from "../pretend/preview-options.ts"
import type { Preview } from "../pretend/preview-shapes.ts"
import type { VmState } from "../vm/state.ts"
import type { Json } from "../vm/value.ts"
import { decideEffect, type EffectRules } from "./effect-rules.ts"
import { type Place, type TypedText, writeVariable } from "./variable-tree.ts"

export type { PretendAnswer, PretendEffect } from "../pretend/preview-options.ts"

/** What the person did, in order. */
export type DebugAct =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "choose"; readonly value: string; readonly label: string }
  | { readonly kind: "attach"; readonly file: Json }
  | { readonly kind: "skip"; readonly seconds: number }
  /** A variable is given another value while the bot waits. */
  | { readonly kind: "set"; readonly place: Place; readonly value: TypedText }

/** A variable is given another value before the statement of this moment. */
export interface DebugEdit {
  readonly moment: number
  readonly place: Place
  readonly value: TypedText
}

export interface DebugSession {
  readonly acts: readonly DebugAct[]
  readonly edits: readonly DebugEdit[]
  /** What effects were answered by hand, by their numbers from 0. */
  readonly answers: ReadonlyMap<number, PretendAnswer>
  readonly rules: EffectRules
}

export const emptySession: DebugSession = { acts: [], edits: [], answers: new Map(), rules: {} }

/** How far to go on. */
export type DebugGoal =
  /** Through all acts, past breakpoints. */
  | { readonly kind: "end" }
  | { readonly kind: "at"; readonly moment: number }
  /** To the first moment behind `after` that fits: the next of all, of this procedure or one around it, of one around it, or of a breakpoint. */
  | {
      readonly kind: "next"
      readonly after: number
      readonly how: "into" | "over" | "out" | "run"
      readonly depth: number
    }

/** An effect of the conversation, and what it came to. */
export interface SeenEffect {
  /** Its number from 0. */
  readonly number: number
  readonly keyword: string
  readonly operands: Json
  readonly answer: PretendAnswer
  readonly moment: number
  /** It was answered by hand, or by a rule; else the preview pretended. */
  readonly isGiven: boolean
}

/** Where the conversation was broken off. */
export interface DebugPause {
  readonly moment: number
  /** How many procedures are open. */
  readonly depth: number
  readonly stepId: string
  readonly line: number
  readonly state: VmState
  /** The effect that waits for an answer by hand. */
  readonly effect: PendingEffect | null
}
export interface PendingEffect extends PretendEffect {
  readonly number: number
}

export interface DebugRun {
  readonly preview: Preview
  readonly pause: DebugPause | null
  /** The machine where it stands; null before it began. */
  readonly state: VmState | null
  /** The step of each moment, by its place in the bundle's table. */
  readonly moments: readonly number[]
  /** How many events there were when each moment began. */
  readonly eventsAt: readonly number[]
  /** The first event and the first moment of each act; those of the beginning come first. */
  readonly actStarts: readonly { readonly event: number; readonly moment: number }[]
  readonly effects: readonly SeenEffect[]
}

export interface DebugOptions extends Omit<PreviewOptions, "answer"> {
  /** Makes, for each run, what answers effects before the preview pretends; null leaves one to the preview. */
  readonly answerer?: () => (effect: PretendEffect) => PretendAnswer | null
  /** Ids of steps where a goal that runs stops. */
  readonly breakpoints?: ReadonlySet<string>
}

/** More is not kept; what comes after is run unseen. */
const maxMoments = 500_000

class Broken {
  readonly pause: DebugPause
  constructor(pause: DebugPause) {
    this.pause = pause
  }
}

/** Runs a session from its beginning to a goal. Pure: the same session and goal give the same run. */
export function runSession(
  bundle: Bundle,
  session: DebugSession,
  goal: DebugGoal,
  options: DebugOptions = {},
): DebugRun {
  return new SessionRunner(bundle, session, goal, options).run()
}

class SessionRunner {
  private readonly bundle: Bundle
  private readonly session: DebugSession
  private readonly goal: DebugGoal
  private readonly options: DebugOptions
  private readonly begins: readonly boolean[]
  private readonly moments: number[] = []
  private readonly eventsAt: number[] = []
  private readonly actStarts: { event: number; moment: number }[] = []
  private readonly effects: SeenEffect[] = []
  private readonly edits: ReadonlyMap<number, readonly DebugEdit[]>
  private readonly talk: PretendConversation
  private readonly answerer: ((effect: PretendEffect) => PretendAnswer | null) | null
  private current: VmState | null = null
  private asked = 0

  constructor(bundle: Bundle, session: DebugSession, goal: DebugGoal, options: DebugOptions) {
    this.bundle = bundle
    this.session = session
    this.goal = goal
    this.options = options
    this.answerer = options.answerer?.() ?? null
    this.begins = findBeginnings(bundle)
    this.edits = Map.groupBy(session.edits, ({ moment }) => moment)
    this.talk = new PretendConversation(bundle, {
      ...options,
      watch: {
        enter: (step, state) => this.enter(step, state),
        choose: (stepId, choice) => options.watch?.choose(stepId, choice),
        timeOut: (stepId) => options.watch?.timeOut(stepId),
        answered: (effect, answer) => this.noteAnswer(effect, answer),
        delays: (effect) => decideEffect(this.session.rules, effect).delaySeconds,
      },
      answer: (effect) => this.answer(effect),
    })
  }

  run(): DebugRun {
    let pause: DebugPause | null = null
    try {
      this.noteAct()
      this.talk.start()
      for (const act of this.session.acts) {
        this.noteAct()
        this.perform(act)
      }
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      pause = error.pause
    }
    const { moments, eventsAt, actStarts, effects, talk: preview } = this
    const state = pause?.state ?? preview.machine
    return { preview, pause, state, moments, eventsAt, actStarts, effects }
  }

  private noteAct() {
    this.actStarts.push({ event: this.talk.events.length, moment: this.moments.length })
  }

  private perform(act: DebugAct) {
    const { talk } = this
    if (act.kind === "skip") talk.skipTime(act.seconds)
    else if (act.kind === "attach") talk.send({ file: act.file })
    else if (act.kind === "set") {
      if (talk.machine) writeVariable(talk.machine, act.place, act.value)
    } else talk.send(act.kind === "say" ? { text: act.text } : { choice: act.value })
  }

  private enter(step: number, state: VmState) {
    this.options.watch?.enter(step, state)
    this.current = state
    if (!this.begins[step] || this.moments.length >= maxMoments) return
    const moment = this.moments.length
    for (const { place, value } of this.edits.get(moment) ?? []) writeVariable(state, place, value)
    this.moments.push(step)
    this.eventsAt.push(this.talk.events.length)
    if (this.isGoal(moment, step, state)) throw new Broken(this.pauseAt(moment, state, null))
  }

  private isGoal(moment: number, step: number, state: VmState): boolean {
    const { goal } = this
    if (goal.kind === "end") return false
    if (goal.kind === "at") return moment === goal.moment
    if (moment <= goal.after) return false
    if (this.options.breakpoints?.has(this.bundle.debug.steps[step] ?? "")) return true
    if (goal.how === "run") return false
    if (goal.how === "into") return true
    return goal.how === "over" ? state.depth <= goal.depth : state.depth < goal.depth
  }

  private pauseAt(moment: number, state: VmState, effect: PendingEffect | null): DebugPause {
    const step = this.moments[moment] ?? 0
    const { steps, lines } = this.bundle.debug
    const place = { stepId: steps[step] ?? "", line: lines[step] ?? 0 }
    return { moment, depth: state.depth, ...place, state, effect }
  }

  /** By hand first, then by the rules; null leaves it to the preview. */
  private answer(effect: PretendEffect): PretendAnswer | null {
    const number = this.asked++
    const given = this.session.answers.get(number)
    if (given !== undefined) return given
    const { isAsked, answer } = decideEffect(this.session.rules, effect)
    if (isAsked && this.current !== null) {
      const moment = Math.max(0, this.moments.length - 1)
      throw new Broken(this.pauseAt(moment, this.current, { ...effect, number }))
    }
    return answer ?? this.answerer?.(effect) ?? null
  }

  private noteAnswer({ keyword, operands }: PretendEffect, answer: PretendAnswer) {
    const number = this.asked - 1
    const { isAsked, answer: ruled } = decideEffect(this.session.rules, { keyword, operands })
    const isGiven = this.session.answers.has(number) || (!isAsked && ruled !== null)
    const moment = Math.max(0, this.moments.length - 1)
    this.effects.push({ number, keyword, operands, answer, moment, isGiven })
  }
}

/** By place in the step table: a step begins here. It stands there again where it goes on behind what is inside it. */
function findBeginnings({ debug }: Bundle): boolean[] {
  const seen = new Set<string>([""])
  return debug.steps.map((id) => {
    const isFirst = !seen.has(id)
    seen.add(id)
    return isFirst
  })
}

/** What the preview would answer where a person is asked: the same run with nobody asked about this effect. */
export function suggestAnswer(
  bundle: Bundle,
  session: DebugSession,
  pending: PendingEffect,
  options: DebugOptions,
): PretendAnswer | null {
  const rules = { ...session.rules }
  for (const kind of Object.keys(rules) as (keyof EffectRules)[])
    if (rules[kind] === "ask") delete rules[kind]
  const run = runSession(bundle, { ...session, rules }, { kind: "end" }, options)
  return run.effects.find(({ number }) => number === pending.number)?.answer ?? null
}
