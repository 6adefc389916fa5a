import { emptyAssistant } from "#basic/assistant/assistant.ts"
import type { Json } from "#basic/vm/value.ts"
import { keepArrived, resumeWait } from "./begin-wait.ts"
import type { Collected } from "./collected.ts"
import {
  type ActiveRun,
  type ConversationState,
  listAwaited,
  readState,
  type Wait,
  writeState,
} from "./conversation-state.ts"
import { deriveId } from "./derive-id.ts"
import { apologize, engineLimits } from "./engine-fault.ts"
import { type EventPayload, isOurs, type RunReply } from "./event.ts"
import type { AwaitColumns, RunColumns, TimerColumns } from "./store-rows.ts"
import { TurnTrace } from "./turn-trace.ts"
import type { TurnEnd, TurnWriter } from "./turn-writer.ts"

const mask = "•••"

export interface TurnFault {
  readonly code: string
  readonly message: string
  readonly step?: string | null
  readonly line?: number
}

/**
 * The books of one turn: the conversation's state as this turn changes it, what becomes of its run, and
 * in the end what the commit stores.
 */
export class TurnLedger {
  readonly state: ConversationState
  readonly trace = new TurnTrace()
  readonly collected: Collected = { answers: {}, left: null }
  readonly #writer: TurnWriter
  readonly #clock: () => number
  readonly #timerBefore: string | null
  /** Ids of the waits for events the turn found. */
  readonly #awaitedBefore: readonly string[]
  /** What answers a question for a password is neither shown nor kept. */
  readonly #isSecret: boolean
  #isNewRun = false
  #parentRunId: string | null = null
  #endedMs: number | null = null
  #ended: ActiveRun | null = null
  #run: RunColumns | null = null
  #reply: RunReply | null = null

  constructor(writer: TurnWriter, clock: () => number) {
    this.#writer = writer
    this.#clock = clock
    this.state = readState(writer.conversation.state)
    this.state.language ??= writer.conversation.language ?? writer.recorded.language ?? null
    this.#timerBefore = this.state.wait?.deadline?.timerId ?? null
    this.#awaitedBefore = listAwaited(this.state).map(({ id }) => id)
    // To a person, what is said is no answer to the bot's question.
    const isToBot = !writer.recorded.isHeld && writer.event.kind !== "post"
    this.#isSecret = isToBot && (this.state.wait?.hear?.isSecret ?? false)
  }

  /** The run the conversation is in, or a new one that begins at the entry. */
  openRun(): { run: ActiveRun; isNew: boolean } {
    if (this.state.run !== null) return { run: this.state.run, isNew: false }
    const { event, recorded } = this.#writer
    const { payload } = event
    const run: ActiveRun = {
      id: deriveId("run", event.id, "begin"),
      versionId: payload.versionId ?? recorded.versionId,
      ...(recorded.botId !== undefined && { botId: recorded.botId }),
      vm: null,
      headers: new Map(),
      silenceSpent: false,
      ...(payload.depth && { depth: payload.depth }),
      ...(payload.isTool && { spoken: [] }),
      ...(payload.replyTo && { replyTo: payload.replyTo }),
    }
    this.state.run = run
    this.#isNewRun = true
    this.#parentRunId = this.state.below.at(-1)?.run.id ?? payload.parentRunId ?? null
    return { run, isNew: true }
  }

  /** Makes room for a run on top of the one that waits. */
  setAside() {
    const { run, wait, queue, below } = this.state
    if (run === null || wait === null) return
    // A question without words of its own is not asked again by what a model said before: it asks for nothing.
    const isApproval = this.#writer.event.source === "approval" && wait.asked !== undefined
    below.push({ run, wait: isApproval ? { ...wait, asked: "" } : wait, queue })
    this.state.run = null
    this.state.wait = null
    this.state.queue = []
  }

  /** Keeps what a run that has ended gives back. */
  giveBack(reply: RunReply) {
    this.#reply = reply
  }

  /** The person's own message, as the transcript shows it: a choice by its label. */
  noteMessage() {
    const { event } = this.#writer
    const { text, choice, file } = event.payload
    if (file !== undefined)
      return this.#writer.addMessage("contact", file.kind, "", null, this.#clock(), {
        file: file.shown,
      })
    const isOwn = isOurs(event.kind) && event.payload.replyTo === undefined
    if (isOwn || (text === undefined && choice === undefined)) return
    if (this.#isSecret) return this.#writer.addMessage("contact", "text", mask, null, this.#clock())
    const offered = [...(this.state.wait?.shown.choices ?? []), ...this.state.suggestions]
    const label = offered.find((one) => one.value === choice)?.label
    this.#writer.addMessage("contact", "text", text ?? label ?? choice ?? "", null, this.#clock())
  }

  /** A timer that came while the bot was silent is over; what it means waits until the bot goes on. */
  spendTimer() {
    const { wait } = this.state
    const { event } = this.#writer
    if (event.kind !== "timer" || wait?.deadline?.timerId !== event.payload.timerId) return
    if (wait?.deadline) this.state.wait = { ...wait, deadline: { ...wait.deadline, isSpent: true } }
  }

  /** Keeps one of several replies until the last has come. */
  gather(reply: Json) {
    const { wait } = this.state
    if (wait !== null) this.state.wait = { ...wait, gathered: [...(wait.gathered ?? []), reply] }
  }

  /** Keeps what a run under the current one waits for until it is its turn again. */
  keepForLater(waitId: string, value: Json) {
    this.state.below = this.state.below.map((under) =>
      under.wait.id === waitId ? { ...under, wait: keepArrived(under.wait, value) } : under,
    )
  }

  /**
   * From now on another bot answers. What the one before set up goes: its instructions, tools and buttons, and
   * the session, whose roles only it has checked.
   */
  handOver(botId: string) {
    const { conversation } = this.#writer
    const { usedTokens } = this.state.assistant
    Object.assign(this.state, {
      actor: botId === conversation.botId ? null : botId,
      session: new Map(),
      context: new Map(),
      systemPrompt: null,
      suggestions: [],
      assistant: { ...emptyAssistant(), usedTokens },
    } satisfies Partial<ConversationState>)
  }

  /** Asks the open question again, where it has words of its own. */
  repeatQuestion() {
    const prompt = this.state.wait?.hear?.prompt ?? this.state.wait?.asked ?? ""
    if (prompt !== "") this.#writer.addMessage("bot", "text", prompt, null, this.#clock())
    this.showChoices()
  }

  /** Puts the buttons of the moment under what was said last; a menu makes a message of its own if need be. */
  showChoices() {
    const shown = this.state.wait?.shown
    const choices = shown ? shown.choices : this.state.suggestions
    if (!choices || choices.length === 0 || this.#writer.attachChoices(choices)) return
    if (shown?.kind !== "menu") return
    this.#writer.addMessage("bot", "text", "", null, this.#clock())
    this.#writer.attachChoices(choices)
  }

  /** The person is told politely that it did not work; what happened stands in the trace. */
  fail(fault: TurnFault) {
    const stored = { ...fault } as Record<string, Json>
    this.trace.fault(stored)
    this.#writer.skipStored()
    this.#writer.addMessage("bot", "text", apologize(this.state.language), null, this.#clock())
    this.endRun("faulted", stored)
  }

  endRun(status: "done" | "faulted", fault: Json) {
    const { run } = this.state
    if (run === null) return
    this.#ended = run
    this.#run = {
      run_id: run.id,
      run_status: status,
      run_fault: fault,
      run_is_new: this.#isNewRun,
      parent_run_id: this.#isNewRun ? this.#parentRunId : null,
    }
    this.state.run = null
    this.state.wait = null
    this.state.queue = []
    this.#goOnBelow()
  }

  /** The run under the one that ended goes on waiting; a person who was told something is asked again. */
  #goOnBelow() {
    const under = this.state.below.pop()
    if (under === undefined) return this.showChoices()
    this.state.run = under.run
    this.state.queue = under.queue
    this.state.wait = resumeWait(under.wait, this.#writer.event.id, this.#clock())
    if (this.#writer.hasSpoken) this.repeatQuestion()
  }

  /** Reads the clock for a wait that begins now. */
  readWaitStart(): number {
    this.#endedMs = this.#clock()
    return this.#endedMs
  }

  /** What the commit stores. A conversation that holds too much ends its run. */
  close(eventState: "done" | "stale"): TurnEnd {
    const text = writeState(this.state)
    if (text.length <= engineLimits.stateChars || this.state.run === null)
      return this.#toEnd(eventState, text)
    this.fail({
      code: "basic.state_limit",
      message: `What the conversation holds may take ${engineLimits.stateChars} characters; it takes ${text.length}.`,
    })
    return this.#toEnd(eventState, writeState(this.state))
  }

  #toEnd(eventState: "done" | "stale", text: string): TurnEnd {
    const { conversation, recorded, event } = this.#writer
    const { run, wait, language } = this.state
    const { answers, left } = this.collected
    const current = run ?? this.#ended
    const runId = current?.id ?? null
    const versionId = current?.versionId ?? conversation.botVersionId
    const waiting = wait?.shown ?? null
    const timerId = openTimerOf(wait)
    const over = [this.#timerBefore, event.payload.timerId ?? null]
    return {
      eventState,
      payload: this.#isSecret ? maskPayload(event.payload) : event.payload,
      state: text,
      language,
      versionId,
      waiting,
      run: this.#run ?? this.#toRunColumns(runId),
      outcome: {
        version: conversation.version + 1,
        endedMs: this.#endedMs ?? this.#clock(),
        waiting,
        recorded,
        trace: this.trace.toJson(runId, versionId),
        ...(this.#reply && { reply: this.#reply }),
        ...(Object.keys(answers).length > 0 && { answers }),
        ...(left !== null && { left }),
      },
      dropTimers: over.filter((id): id is string => id !== null && id !== timerId),
      timer: timerId === this.#timerBefore ? noTimer : this.#toTimerColumns(),
      ...this.#toAwaitColumns(),
    }
  }

  #toAwaitColumns(): AwaitColumns {
    const { conversation } = this.#writer
    const botOf = (wait: Wait) =>
      [...this.state.below, { run: this.state.run, wait: this.state.wait }].find(
        (each) => each.wait === wait,
      )?.run?.botId ?? conversation.botId
    const now = listAwaited(this.state)
    const ids = new Set(now.map(({ id }) => id))
    return {
      drop_awaits: this.#awaitedBefore.filter((id) => !ids.has(id)),
      awaits: now
        .filter(({ id }) => !this.#awaitedBefore.includes(id))
        .map((wait) => ({
          wait_id: wait.id,
          bot_id: botOf(wait),
          event: wait.shown.event ?? "",
        })),
    }
  }

  #toRunColumns(runId: string | null): RunColumns {
    const isNew = this.#isNewRun
    return {
      run_id: runId ?? this.#writer.conversation.runId,
      run_is_new: isNew ? true : null,
      run_status: isNew ? "waiting" : null,
      run_fault: null,
      parent_run_id: isNew ? this.#parentRunId : null,
    }
  }

  #toTimerColumns(): TimerColumns {
    const { wait } = this.state
    if (!wait?.deadline || wait.deadline.isSpent) return noTimer
    const { timerId, dueMs, ends } = wait.deadline
    return {
      timer_id: timerId,
      timer_kind: ends,
      timer_wait_id: wait.id,
      timer_due: new Date(dueMs).toISOString(),
    }
  }
}

const openTimerOf = (wait: Wait | null): string | null =>
  wait?.deadline && !wait.deadline.isSpent ? wait.deadline.timerId : null

const noTimer: TimerColumns = {
  timer_id: null,
  timer_kind: null,
  timer_wait_id: null,
  timer_due: null,
}

function maskPayload({ text: _text, choice: _choice, ...rest }: EventPayload): EventPayload {
  return { ...rest, text: mask }
}
