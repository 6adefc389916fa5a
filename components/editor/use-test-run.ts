"use client"

import { useEffect, useMemo } from "react"
import { useStore } from "zustand"
import {
  cleanName,
  collectDeclarations,
  type FlowDocument,
  makeFileValue,
  normalizeScriptName,
  type PreviewEvent,
} from "#basic"
import { type DebugRun, runSession } from "#basic/debugger/session.ts"
import type { ChatMessage } from "#catalog/messages.ts"
import { marksOf } from "../canvas/step-marks.ts"
import type { BuilderStore } from "./builder-store.ts"
import { compileFlows } from "./compile-document.ts"
import { answerAsKept } from "./debug/answer-as-kept.ts"
import { DebugActions, type DebugState, type DebugTarget, debuggerOf } from "./debug/debug-store.ts"
import { ownSteps } from "./debug/own-steps.ts"
import { asksUnderstanding, useUnderstood } from "./debug/understood-answers.ts"
import { useReplay } from "./debug/use-replay.ts"
import { useFlows, useFlowsStore } from "./flows/flows-context.ts"
import type { BotFlow, FlowsState } from "./flows/flows-store.ts"
import type { SaidFinding } from "./say-finding.ts"
import { useSettledDocument } from "./use-calm-document.ts"

const settleMs = 400

/**
 * Runs the draft in the browser's own machine. Every change of the program replays the conversation
 * so far, so the next reply is always the program's as it stands.
 */
export function useTestRun(store: BuilderStore, language: string) {
  const flowsStore = useFlowsStore()
  const flows = useFlows((state) => state.flows)
  const currentId = useFlows((state) => state.currentId)
  const debug = debuggerOf(flowsStore)
  useReplay(debug)
  const state = useStore(debug)
  const understood = useUnderstood(useFlows((each) => each.botId))
  const target = useTarget(store, language, state, understood)
  const { session, goal } = state
  const run = useMemo(
    () => runSession(target.bundle, session, goal, target.options),
    [target, session, goal],
  )
  const findOwn = useMemo(() => ownSteps(flows, currentId), [flows, currentId])
  useEffect(() => {
    const { preview, pause } = run
    store.getState().setRun({
      runningStepId: findOwn(pause?.stepId ?? preview.waitingStepId),
      visitedStepIds: new Set(preview.path.flatMap((id) => findOwn(id) ?? [])),
      variables: preview.variables,
    })
  }, [run, store, findOwn])
  const actions = useMemo(() => new DebugActions(debug, target, run), [debug, target, run])
  return {
    /** Says something; where the program asks what is meant, that is found out first. */
    say: async (text: string) => {
      if (asksUnderstanding(target.bundle)) await understood.ask(text)
      actions.act({ kind: "say", text })
    },
    restart: () => {
      understood.forget()
      actions.restart()
    },
    run,
    target,
    state,
    actions,
    findOwn,
    messages: toMessages(run.preview.events),
    notes: toNotes(run, findOwn),
  }
}

export type TestRunView = ReturnType<typeof useTestRun>

/** A file stays in the browser: the program gets its name, size and type. */
export function fileFacts({ name, size, type }: File) {
  return makeFileValue({ path: `uploads/${cleanName(name)}`, size, mimeType: type, url: "" })
}

/** The program of all flows as they stand, with the breakpoints that are set in them. */
function useTarget(
  store: BuilderStore,
  language: string,
  state: DebugState,
  { answerer, understanding }: ReturnType<typeof useUnderstood>,
): DebugTarget {
  // A first change counts at once: ids of steps that come with it are those that breakpoints are set by.
  const settled = useSettledDocument(store, settleMs)
  const flows = useFlows((each) => each.flows)
  const currentId = useFlows((each) => each.currentId)
  const flowsStore = useFlowsStore()
  const own = useStore(marksOf(store), (marks) => marks.breakpoints)
  const { startedMs, kept } = state
  const bundle = useMemo(
    () => compileFlows(linkFlows(flowsStore.getState(), flows, currentId, settled)),
    [settled, flows, currentId, flowsStore],
  )
  const declarations = useMemo(() => {
    const [entry] = flows
    return entry?.id === currentId ? collectDeclarations(settled.program) : null
  }, [flows, currentId, settled])
  // The breakpoints of other flows are read as they stand; those of this one make the list anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(
    () => ({
      bundle,
      options: {
        language,
        nowMs: kept?.nowMs ?? startedMs,
        breakpoints: collectBreakpoints(flowsStore.getState(), flows),
        answerer: kept ? answerAsKept(kept) : () => answerer,
        ...(understanding && { understanding }),
        ...(declarations && { declarations }),
      },
    }),
    [
      bundle,
      language,
      startedMs,
      kept,
      own,
      flows,
      declarations,
      flowsStore,
      answerer,
      understanding,
    ],
  )
}

/** Only the flow that is shown can change; what the others say is read once. */
function linkFlows(
  state: FlowsState,
  flows: readonly BotFlow[],
  currentId: string,
  document: FlowDocument,
) {
  return flows.map((flow) =>
    flow.id === currentId
      ? { name: flow.name, document }
      : { name: flow.name, ...openOrText(state, flow) },
  )
}

/** A flow that was opened keeps the ids of its steps, so that its breakpoints hold wherever one stands. */
function openOrText(state: FlowsState, flow: BotFlow) {
  const opened = state.opened.get(flow.id)
  const { source, layout } = flow.stored
  return opened ? { document: opened.getState().document } : { source, layout }
}

function collectBreakpoints({ opened }: FlowsState, flows: readonly BotFlow[]): Set<string> {
  return new Set(
    flows.flatMap((flow, index) => {
      const store = opened.get(flow.id)
      const prefix = index === 0 ? "" : `${normalizeScriptName(flow.name)}#`
      return store ? [...marksOf(store).getState().breakpoints].map((id) => prefix + id) : []
    }),
  )
}

/** Bot, person and faults as messages, numbered in order; their ids are the places of the events. */
function toMessages(events: readonly PreviewEvent[]): ChatMessage[] {
  return events.flatMap((event, index): ChatMessage[] => {
    if (event.kind !== "bot" && event.kind !== "you") return []
    const base = { id: String(index), seq: index + 1, text: event.text, at: "" }
    if (event.kind === "you") return [{ ...base, from: "contact", kind: "text" }]
    return [
      { ...base, from: "bot", kind: "text", ...(event.choices ? { choices: event.choices } : {}) },
    ]
  })
}

export interface RunNote {
  readonly id: number
  readonly kind: "log" | "effect" | "fault"
  readonly text: string
  /** Why it stopped, for those who say it in another language. */
  readonly found: SaidFinding | null
  readonly stepId: string
  readonly line: number
  /** The number of the effect, where it can be answered otherwise. */
  readonly effect: number | null
}

/** What nobody says: log lines, pretended effects, and why it stopped. */
function toNotes(run: DebugRun, findOwn: (stepId: string) => string | null): RunNote[] {
  const { effects, preview } = run
  let seen = 0
  return preview.events.flatMap((event, id): RunNote[] => {
    if (event.kind !== "log" && event.kind !== "effect" && event.kind !== "fault") return []
    const text = event.kind === "fault" ? event.message : event.text
    const stepId = findOwn(event.stepId) ?? ""
    const effect = event.kind === "effect" ? (effects[seen++]?.number ?? null) : null
    const found = event.kind === "fault" ? event : null
    return [{ id, kind: event.kind, text, found, stepId, line: event.line, effect }]
  })
}
