import type { DebugAct } from "#basic/debugger/session.ts"
import type { KeptConversation } from "../editor/debug/debug-store.ts"
import type { Recording } from "./recording-shapes.ts"

/** A real conversation as the test chat holds it again: what the person did, and what the world answered. */
export function toKept(recording: Recording): KeptConversation {
  const { conversationId, turns, messages } = recording
  const nowMs = turns[0]?.nowMs ?? Date.parse(recording.startedAt)
  let before = nowMs
  const acts = turns.flatMap(({ nowMs: at, payload, eventId, kind }): DebugAct[] => {
    const seconds = Math.max(0, Math.round((at - before) / 1000))
    before = at
    const passed: DebugAct[] = seconds > 0 ? [{ kind: "skip", seconds }] : []
    if (kind === "timer" || kind === "post") return passed
    const said = messages.find((one) => one.eventId === eventId && one.from === "contact")
    const { text, choice, fileName } = payload
    if (choice !== undefined)
      return [...passed, { kind: "choose", value: choice, label: said?.text ?? choice }]
    if (text !== undefined) return [...passed, { kind: "say", text }]
    if (fileName !== undefined) return [...passed, { kind: "attach", file: { name: fileName } }]
    return passed
  })
  const effects = turns.flatMap((turn) =>
    turn.effects.map(({ keyword, ok, failed }) => ({
      keyword,
      answer: failed ?? { value: ok ?? null },
    })),
  )
  const said = messages.filter((one) => one.from === "bot").map(({ text }) => text)
  return { conversationId, nowMs, acts, effects, said }
}
