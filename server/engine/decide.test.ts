import { expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import { type ConversationState, emptyState, type Wait } from "./conversation-state.ts"
import { decide } from "./decide.ts"
import type { AcceptedEvent, EventPayload, InboundKind } from "./event.ts"

function event(kind: InboundKind, payload: EventPayload = {}): AcceptedEvent {
  return {
    id: newId("evt"),
    orgId: newId("org"),
    botId: newId("bot"),
    source: "test",
    key: "k",
    bodyHash: "h",
    conversationId: newId("cnv"),
    kind,
    payload,
    isStored: false,
  }
}

const question: Wait = {
  id: "wait_now",
  kind: "hear",
  sinceMs: 0,
  deadline: { timerId: "tmr_now", dueMs: 9, ends: "time-out" },
  hear: null,
  shown: { kind: "menu", id: "wait_now", choices: [{ label: "Sales", value: "sales" }] },
}
const pause: Wait = {
  ...question,
  kind: "time",
  deadline: { timerId: "tmr_now", dueMs: 9, ends: "pause" },
  shown: { kind: "time" },
}

function waiting(wait: Wait): ConversationState {
  const run = { id: "run_1", versionId: "v", vm: null, headers: new Map(), silenceSpent: false }
  return { ...emptyState(), run, wait }
}
const noHandler = () => null
const menuHandler = (text: string) => (text === "menu" || text === "sales" ? 3 : null)

it("begins the entry flow for a message to a conversation that has ended", () => {
  expect(decide(event("message", { text: "hi" }), emptyState(), noHandler)).toEqual({
    kind: "begin",
    opening: { text: "hi" },
  })
})

it("gives a message to the open question", () => {
  expect(decide(event("message", { text: "x" }), waiting(question), noHandler)).toEqual({
    kind: "answer",
    input: { text: "x" },
  })
})

it("keeps a message for the next HEAR while the bot pauses", () => {
  expect(decide(event("message", { text: "x" }), waiting(pause), noHandler)).toEqual({
    kind: "queue",
    input: { text: "x" },
  })
})

it("lets ON MESSAGE take a message before the open question and before a pause", () => {
  for (const wait of [question, pause])
    expect(decide(event("message", { text: "menu" }), waiting(wait), menuHandler)).toEqual({
      kind: "interrupt",
      handler: 3,
    })
})

it("gives a button of the open menu to the menu, even where ON MESSAGE knows its words", () => {
  expect(decide(event("choice", { choice: "sales" }), waiting(question), menuHandler).kind).toBe(
    "answer",
  )
})

it("takes a button that names an older wait as stale", () => {
  const late = event("choice", { choice: "sales", waitId: "wait_before" })
  expect(decide(late, waiting(question), menuHandler)).toEqual({ kind: "stale" })
})

it("takes a timer as stale that names an older wait, or an alarm that was set anew", () => {
  const older = event("timer", { waitId: "wait_before", timerId: "tmr_now" })
  const replaced = event("timer", { waitId: "wait_now", timerId: "tmr_before" })
  expect(decide(older, waiting(question), noHandler)).toEqual({ kind: "stale" })
  expect(decide(replaced, waiting(question), noHandler)).toEqual({ kind: "stale" })
  expect(decide(older, emptyState(), noHandler)).toEqual({ kind: "stale" })
})

it("tells the end of a pause, a time-out and silence apart", () => {
  const timer = event("timer", { waitId: "wait_now", timerId: "tmr_now" })
  const silent: Wait = { ...question, deadline: { timerId: "tmr_now", dueMs: 9, ends: "silence" } }
  expect(decide(timer, waiting(pause), noHandler).kind).toBe("wake")
  expect(decide(timer, waiting(question), noHandler).kind).toBe("time-out")
  expect(decide(timer, waiting(silent), noHandler)).toEqual({
    kind: "interrupt",
    handler: "silence",
  })
})

it("does nothing for a second start of a conversation that is under way", () => {
  expect(decide(event("start"), waiting(question), noHandler)).toEqual({ kind: "nothing" })
})
