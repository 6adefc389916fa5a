import { expect, it } from "vitest"
import { emptyAssistant } from "#basic/assistant/assistant.ts"
import {
  type ConversationState,
  emptyState,
  readActor,
  readState,
  writeState,
} from "./conversation-state.ts"

it("reads back everything it writes", () => {
  const state: ConversationState = {
    run: {
      id: "run_1",
      versionId: "ver_1",
      vm: { frames: [1, { x: null }] },
      headers: new Map([["Accept", "text/plain"]]),
      silenceSpent: true,
    },
    wait: {
      id: "wait_1",
      kind: "hear",
      sinceMs: 5,
      deadline: { timerId: "tmr_1", dueMs: 10, ends: "time-out" },
      hear: null,
      shown: { kind: "email", id: "wait_1", until: "2026-01-01T00:00:00.000Z" },
    },
    queue: [{ text: "early" }],
    below: [],
    assistant: emptyAssistant(),
    session: new Map([["__proto__", { a: 1 }]]),
    context: new Map([["notice", "closed"]]),
    systemPrompt: "be kind",
    language: "pt",
    suggestions: [{ label: "Hours", value: "hours" }],
    actor: "bot_2",
  }
  expect(readState(writeState(state))).toEqual(state)
  expect(readActor(writeState(state))).toBe("bot_2")
  expect(readActor(writeState({ ...state, actor: null }))).toBeNull()
})

it("takes a conversation without a state for a new one, and stores an empty one in a few characters", () => {
  expect(readState(null)).toEqual(emptyState())
  expect(writeState(emptyState())).toBe('{"format":1}')
})

it("refuses a state of another format, naming both", () => {
  expect(() => readState('{"format":2}')).toThrow("has format 2; this program reads 1")
})
