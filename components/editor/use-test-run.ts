"use client"

import { useDebouncedValue } from "@mantine/hooks"
import { useEffect, useMemo, useState } from "react"
import { useStore } from "zustand"
import { openPreview, type Preview, type PreviewEvent } from "#basic"
import type { ChatMessage } from "#catalog/messages.ts"
import type { BuilderStore } from "./builder-store.ts"
import { compileDocument } from "./compile-document.ts"

/** What the person did in the test chat; running it again on a changed program shows what it says now. */
type Act =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "choose"; readonly value: string }
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
  const preview = useMemo(() => {
    const opened = openPreview(compileDocument(settled), { language, nowMs: Date.now() })
    opened.start()
    for (const act of acts) perform(opened, act)
    return opened
  }, [settled, acts, language])
  useEffect(() => {
    store.getState().setRun({
      runningStepId: preview.waitingStepId,
      visitedStepIds: new Set(preview.path),
      variables: preview.variables,
    })
  }, [preview, store])
  return {
    messages: toMessages(preview.events),
    notes: toNotes(preview.events),
    waiting: preview.waiting,
    say: (text: string) => setActs((before) => [...before, { kind: "say", text }]),
    choose: (value: string) => setActs((before) => [...before, { kind: "choose", value }]),
    skip: (seconds: number) => setActs((before) => [...before, { kind: "skip", seconds }]),
    /** Takes back what the person did last. */
    rewind: () => setActs((before) => before.slice(0, -1)),
    restart: () => setActs([]),
    canRewind: acts.length > 0,
  }
}

function perform(preview: Preview, act: Act) {
  if (act.kind === "skip") preview.skipTime(act.seconds)
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
function toNotes(events: readonly PreviewEvent[]): RunNote[] {
  return events.flatMap((event, id): RunNote[] => {
    if (event.kind === "log" || event.kind === "effect")
      return [{ id, kind: event.kind, text: event.text, stepId: event.stepId, line: event.line }]
    return event.kind === "fault"
      ? [{ id, kind: "fault", text: event.message, stepId: event.stepId, line: event.line }]
      : []
  })
}
