import type { Json } from "#basic/vm/value.ts"
import type { ConversationState, QueuedInput, Wait } from "./conversation-state.ts"
import { engineLimits } from "./engine-fault.ts"
import { type AcceptedEvent, isAutomation } from "./event.ts"

/** What an inbound event does to a conversation. STATES.md draws it. */
export type Decision =
  /** A person is wanted or has the conversation: what was said is kept, and the bot does nothing. */
  | { readonly kind: "held" }
  /** Another conversation of the bot says something here. */
  | { readonly kind: "post"; readonly text: string }
  /** The person is done: an open question is asked again. */
  | { readonly kind: "repeat" }
  /** The person is done, and so is the run: the next message begins anew. */
  | { readonly kind: "end" }
  /** It names a wait that is over: kept, and nothing changes. */
  | { readonly kind: "stale" }
  /** Nothing to do: the conversation was begun already. */
  | { readonly kind: "nothing" }
  /** A run begins at the entry of the program. */
  | { readonly kind: "begin"; readonly opening: QueuedInput | null }
  /** A run begins on top of the one that waits; when it ends, the open question is asked again. */
  | { readonly kind: "begin-on-top" }
  /** ON MESSAGE or ON SILENCE takes the run elsewhere. */
  | { readonly kind: "interrupt"; readonly handler: number | "silence" }
  /** It answers the question that is open. */
  | { readonly kind: "answer"; readonly input: QueuedInput }
  /** Nothing is asked at the moment: kept for the next HEAR of this run. */
  | { readonly kind: "queue"; readonly input: QueuedInput }
  /** The pause is over, or what was waited for has come. */
  | { readonly kind: "wake"; readonly value?: Json }
  /** One of several replies has come. */
  | { readonly kind: "gather"; readonly value: Json }
  /** What a run under the current one waits for has come: it is kept until the current one is over. */
  | { readonly kind: "keep"; readonly waitId: string; readonly value: Json }
  /** Nobody answered in time. */
  | { readonly kind: "time-out" }

export const decisionKinds = [
  "held",
  "post",
  "repeat",
  "end",
  "stale",
  "nothing",
  "begin",
  "begin-on-top",
  "interrupt",
  "answer",
  "queue",
  "wake",
  "gather",
  "keep",
  "time-out",
] as const satisfies readonly Decision["kind"][]

/** `findHandler` gives the index of the ON MESSAGE that takes a text. */
export function decide(
  event: AcceptedEvent,
  state: ConversationState,
  findHandler: (text: string) => number | null,
  isHeld = false,
): Decision {
  const { payload } = event
  if (event.kind === "post") return { kind: "post", text: payload.text ?? "" }
  if (isHeld) return { kind: "held" }
  if (event.kind === "hand_back") return decideHandBack(event, state)
  if (event.kind === "timer") return decideTimer(event, state)
  if (isAutomation(event.kind)) return decideAutomation(event, state)
  const input = readInput(event)
  if (state.run === null || state.wait === null) return { kind: "begin", opening: input }
  if (payload.waitId !== undefined && payload.waitId !== state.wait.id) return { kind: "stale" }
  if (input === null) return { kind: "nothing" }
  if (isOffered(input, state)) return { kind: "answer", input }
  const words = input.text ?? input.choice
  const handler = words === undefined ? null : findHandler(words)
  if (handler !== null) return { kind: "interrupt", handler }
  if (state.wait.kind === "hear") return { kind: "answer", input }
  return { kind: "queue", input }
}

function decideTimer({ payload }: AcceptedEvent, { wait }: ConversationState): Decision {
  const deadline = wait?.deadline
  if (!wait || !deadline || wait.id !== payload.waitId || deadline.timerId !== payload.timerId)
    return { kind: "stale" }
  if (deadline.ends === "silence") return { kind: "interrupt", handler: "silence" }
  if (deadline.ends === "arrived") return { kind: "wake", value: wait.arrived?.value ?? null }
  return { kind: deadline.ends === "pause" ? "wake" : "time-out" }
}

/** An event that was waited for ends its wait; anything else is a run of its own. */
function decideAutomation(event: AcceptedEvent, state: ConversationState): Decision {
  const { payload } = event
  const { run, wait, below } = state
  if (payload.waitId !== undefined) return decideWaited(payload.waitId, event, state)
  // Whoever it was handed over to is at work already: the person was quicker than the handing over.
  if (payload.isHandover && run !== null && (run.botId ?? null) === state.actor)
    return { kind: "nothing" }
  if (run === null || wait === null) return { kind: "begin", opening: readInput(event) }
  return below.length < engineLimits.runsOnTop ? { kind: "begin-on-top" } : { kind: "stale" }
}

/** What ends a wait: the current one, or one under it, whose run goes on when the runs on top are over. */
function decideWaited(waitId: string, event: AcceptedEvent, state: ConversationState): Decision {
  const value = event.payload.inputs?.data ?? null
  if (state.wait?.id === waitId) return decideAwaited(value, state.wait)
  const under = state.below.find(({ wait }) => wait.id === waitId)
  return under === undefined || under.wait.arrived !== undefined
    ? { kind: "stale" }
    : { kind: "keep", waitId, value }
}

/** Where several are waited for, the last one ends the wait with all of them. */
function decideAwaited(value: Json, { expected = 1, gathered = [] }: Wait): Decision {
  if (expected === 1) return { kind: "wake", value }
  const isLast = gathered.length + 1 >= expected
  return isLast ? { kind: "wake", value: [...gathered, value] } : { kind: "gather", value }
}

/** What the run waited for may be over by now; only then does it go on by itself. */
function decideHandBack({ payload }: AcceptedEvent, { run, wait }: ConversationState): Decision {
  if (run === null) return { kind: "nothing" }
  if (payload.choice === "end") return { kind: "end" }
  const spent = wait?.deadline?.isSpent ? wait.deadline.ends : null
  if (spent === "pause") return { kind: "wake" }
  if (spent === "arrived") return { kind: "wake", value: wait?.arrived?.value ?? null }
  if (spent === "time-out") return { kind: "time-out" }
  if (spent === "silence") return { kind: "interrupt", handler: "silence" }
  return { kind: wait?.kind === "hear" ? "repeat" : "nothing" }
}

function readInput({ payload }: AcceptedEvent): QueuedInput | null {
  if (payload.choice !== undefined) return { choice: payload.choice }
  if (payload.text !== undefined) return { text: payload.text }
  if (payload.file !== undefined) return { file: payload.file.value }
  return null
}

/** A button of the open question answers it, even where ON MESSAGE knows the same words. */
function isOffered({ choice }: QueuedInput, { wait }: ConversationState): boolean {
  if (choice === undefined || wait?.kind !== "hear" || wait.shown.kind !== "menu") return false
  return wait.shown.choices?.some((offered) => offered.value === choice) ?? false
}
