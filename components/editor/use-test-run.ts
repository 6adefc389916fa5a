"use client"

import { useDebouncedValue } from "@mantine/hooks"
import { useEffect, useMemo, useState } from "react"
import { useStore } from "zustand"
import {
  cleanName,
  collectDeclarations,
  makeFileValue,
  normalizeScriptName,
  openPreview,
  type Preview,
  type PreviewEvent,
} from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { ChatMessage } from "#catalog/messages.ts"
import type { BuilderStore } from "./builder-store.ts"
import { compileFlows } from "./compile-document.ts"
import { useFlows, useFlowsStore } from "./flows/flows-context.ts"
import { sourceOf } from "./flows/flows-store.ts"

/** What the person did in the test chat; running it again on a changed program shows what it says now. */
type Act =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "choose"; readonly value: string }
  | { readonly kind: "attach"; readonly file: Json }
  | { readonly kind: "skip"; readonly seconds: number }

const settleMs = 250

/**
 * Runs the draft in the browser's own machine. Every change of the program replays the conversation
 * so far, so the next reply is always the program's as it stands.
 */
export function useTestRun(store: BuilderStore, language: string) {
  const document = useStore(store, (state) => state.document)
  const [settled] = useDebouncedValue(document, settleMs)
  const [acts, setActs] = useState<readonly Act[]>([])
  const flows = useFlows((state) => state.flows)
  const currentId = useFlows((state) => state.currentId)
  const flowsStore = useFlowsStore()
  const preview = useMemo(() => {
    // Only the flow that is shown can change; what the others say is read once.
    const linked = flows.map((flow) =>
      flow.id === currentId
        ? { name: flow.name, document: settled }
        : { name: flow.name, source: sourceOf(flowsStore.getState(), flow) },
    )
    const [entry] = linked
    const own = entry?.document ? collectDeclarations(entry.document.program) : null
    const opened = openPreview(compileFlows(linked), {
      language,
      nowMs: Date.now(),
      ...(own && { declarations: own }),
    })
    opened.start()
    for (const act of acts) perform(opened, act)
    return opened
  }, [settled, acts, language, flows, currentId, flowsStore])
  const findOwn = useMemo(() => ownSteps(flows, currentId), [flows, currentId])
  useEffect(() => {
    store.getState().setRun({
      runningStepId: findOwn(preview.waitingStepId),
      visitedStepIds: new Set(preview.path.flatMap((id) => findOwn(id) ?? [])),
      variables: preview.variables,
    })
  }, [preview, store, findOwn])
  return {
    messages: toMessages(preview.events),
    notes: toNotes(preview.events, findOwn),
    waiting: preview.waiting,
    say: (text: string) => setActs((before) => [...before, { kind: "say", text }]),
    choose: (value: string) => setActs((before) => [...before, { kind: "choose", value }]),
    /** A file stays in the browser: the program gets its name, size and type. */
    attach: ({ name, size, type }: File) => {
      const facts = { path: `uploads/${cleanName(name)}`, size, mimeType: type, url: "" }
      setActs((before) => [...before, { kind: "attach", file: makeFileValue(facts) }])
    },
    skip: (seconds: number) => setActs((before) => [...before, { kind: "skip", seconds }]),
    /** Takes back what the person did last. */
    rewind: () => setActs((before) => before.slice(0, -1)),
    restart: () => setActs([]),
    canRewind: acts.length > 0,
  }
}

function perform(preview: Preview, act: Act) {
  if (act.kind === "skip") preview.skipTime(act.seconds)
  else if (act.kind === "attach") preview.send({ file: act.file })
  else preview.send(act.kind === "say" ? { text: act.text } : { choice: act.value })
}

/** Bot, person and faults as messages, numbered in order. */
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
  readonly stepId: string
  readonly line: number
}

/** What nobody says: log lines, pretended effects, and why it stopped. */
function toNotes(
  events: readonly PreviewEvent[],
  findOwn: (stepId: string) => string | null,
): RunNote[] {
  return events.flatMap((event, id): RunNote[] => {
    if (event.kind !== "log" && event.kind !== "effect" && event.kind !== "fault") return []
    const text = event.kind === "fault" ? event.message : event.text
    const stepId = findOwn(event.stepId) ?? ""
    return [{ id, kind: event.kind, text, stepId, line: event.line }]
  })
}

/** Steps of flows other than the first go by `flow#step`; gives those of the flow that is shown, by their ids in it. */
function ownSteps(flows: readonly { readonly id: string; readonly name: string }[], id: string) {
  const shown = flows.findIndex((flow) => flow.id === id)
  const prefix = shown <= 0 ? "" : `${normalizeScriptName(flows[shown]?.name ?? "")}#`
  return (stepId: string | null): string | null => {
    if (stepId === null) return null
    if (prefix === "") return stepId.includes("#") ? null : stepId
    return stepId.startsWith(prefix) ? stepId.slice(prefix.length) : null
  }
}
