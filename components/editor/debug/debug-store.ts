import { createStore, type StoreApi } from "zustand/vanilla"
import type { Bundle } from "#basic"
import type { EffectKind, EffectMode, EffectRules } from "#basic/debugger/effect-rules.ts"
import type { PretendAnswer } from "#basic/debugger/session.ts"
import {
  type DebugAct,
  type DebugGoal,
  type DebugOptions,
  type DebugRun,
  type DebugSession,
  emptySession,
  runSession,
} from "#basic/debugger/session.ts"
import type { Place, TypedText } from "#basic/debugger/variable-tree.ts"
import type { FlowsStore } from "../flows/flows-store.ts"

/** The program as it stands, and what it is run with. */
export interface DebugTarget {
  readonly bundle: Bundle
  readonly options: DebugOptions
}

/** The conversation of the test chat, and how far it is let run. It outlives a change of flow. */
export interface DebugState {
  readonly session: DebugSession
  readonly goal: DebugGoal
  /** The clock when the conversation began. Units: ms since 1970 UTC. */
  readonly startedMs: number
  /** The next thing that happens is taken a step at a time. */
  readonly isStepping: boolean
  readonly kept: KeptConversation | null
}

/** A real conversation that is held again: its clock, and what the world answered then. */
export interface KeptConversation {
  readonly conversationId: string
  readonly nowMs: number
  readonly acts: readonly DebugAct[]
  readonly effects: readonly { readonly keyword: string; readonly answer: PretendAnswer }[]
  /** What the bot said then. */
  readonly said: readonly string[]
}

export type Step = "into" | "over" | "out" | "run"
export type DebugStore = StoreApi<DebugState>

const known = new WeakMap<FlowsStore, DebugStore>()

/** The debugger of a bot; the same for the same bot. */
export function debuggerOf(flows: FlowsStore): DebugStore {
  const found =
    known.get(flows) ??
    createStore<DebugState>()(() => ({
      session: emptySession,
      goal: { kind: "end" },
      startedMs: Date.now(),
      isStepping: false,
      kept: null,
    }))
  known.set(flows, found)
  return found
}

/** Which figures stand on the canvas: what the tests reach, or what people do. They stay when the test chat is closed. */
export type PaintKind = "none" | "tests" | "traffic"
type PaintStore = StoreApi<{ readonly kind: PaintKind }>

const painted = new WeakMap<FlowsStore, PaintStore>()

/** The figures that were chosen for a bot. */
export function paintOf(flows: FlowsStore): PaintStore {
  const found =
    painted.get(flows) ?? createStore<{ readonly kind: PaintKind }>()(() => ({ kind: "none" }))
  painted.set(flows, found)
  return found
}

/** What can be done with the conversation that is shown. */
export class DebugActions {
  private readonly store: DebugStore
  private readonly target: DebugTarget
  private readonly run: DebugRun

  constructor(store: DebugStore, target: DebugTarget, run: DebugRun) {
    this.store = store
    this.target = target
    this.run = run
  }

  /** The person does something; what waits at a breakpoint goes on first. */
  act(act: DebugAct) {
    const { session, isStepping } = this.store.getState()
    const after = this.run.pause?.moment ?? this.run.moments.length - 1
    const how = isStepping ? ("into" as const) : ("run" as const)
    this.goOn({ ...session, acts: [...session.acts, act] }, { kind: "next", after, how, depth: 0 })
  }

  step(how: Step) {
    const { pause } = this.run
    if (pause === null) return this.store.setState({ isStepping: how !== "run" })
    const { moment: after, depth } = pause
    this.store.setState({ isStepping: false })
    this.goOn(this.store.getState().session, { kind: "next", after, how, depth })
  }

  back() {
    const last = this.run.pause?.moment ?? this.run.moments.length
    if (last > 0) this.store.setState({ goal: { kind: "at", moment: last - 1 } })
  }

  /** Takes back an act and everything after it. */
  rewind(act: number) {
    const { session } = this.store.getState()
    const start = this.run.actStarts[act + 1]
    const moment = start?.moment ?? 0
    const before = this.run.effects.filter((effect) => effect.moment < moment).length
    this.goOn(
      {
        ...session,
        acts: session.acts.slice(0, act),
        edits: session.edits.filter((edit) => edit.moment < moment),
        answers: new Map([...session.answers].filter(([number]) => number < before)),
      },
      { kind: "end" },
    )
  }

  restart() {
    const { session } = this.store.getState()
    const { isStepping } = this.store.getState()
    this.store.setState({ startedMs: Date.now(), kept: null })
    const goal: DebugGoal = { kind: "next", after: -1, how: isStepping ? "into" : "run", depth: 0 }
    this.goOn({ ...emptySession, rules: session.rules }, goal)
  }

  set(place: Place, value: TypedText) {
    const { session } = this.store.getState()
    const { pause } = this.run
    if (pause === null) return this.act({ kind: "set", place, value })
    const edits = [...session.edits, { moment: pause.moment, place, value }]
    this.store.setState({ session: { ...session, edits } })
  }

  /** Answers an effect by hand; one that waited for it goes on. */
  answer(number: number, answer: PretendAnswer) {
    const { session } = this.store.getState()
    const next = { ...session, answers: new Map([...session.answers, [number, answer] as const]) }
    const { pause } = this.run
    if (pause === null) return this.goOn(next, { kind: "end" })
    this.goOn(next, { kind: "next", after: pause.moment, how: "run", depth: 0 })
  }

  rule(kind: EffectKind, mode: EffectMode) {
    const { session, goal } = this.store.getState()
    const rules: EffectRules = { ...session.rules, [kind]: mode }
    this.goOn({ ...session, rules }, goal)
  }

  /** Where a goal leads to is kept, so that a breakpoint set later does not call the conversation back. */
  private goOn(session: DebugSession, goal: DebugGoal) {
    const { bundle, options } = this.target
    const { pause } = runSession(bundle, session, goal, options)
    const isAtMoment = pause !== null && pause.effect === null
    const reached: DebugGoal = isAtMoment ? { kind: "at", moment: pause.moment } : { kind: "end" }
    this.store.setState({ session, goal: reached })
  }
}
