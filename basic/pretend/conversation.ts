import { utcZone } from "../dates/zone.ts"
import { answerHear, type HearInput } from "../hear/answer.ts"
import type { HearWait } from "../hear/wait.ts"
import type { Bundle } from "../ir/bundle.ts"
import { findEntry } from "../vm/entries.ts"
import { freeze } from "../vm/freeze.ts"
import { fromJson } from "../vm/json.ts"
import { type LoadedProgram, load } from "../vm/load.ts"
import { findSilence, matchMessage } from "../vm/open-scripts.ts"
import { type Answer, defaultTurnLimits, type Effect, type Outcome } from "../vm/outcome.ts"
import type { VmState } from "../vm/state.ts"
import { thaw } from "../vm/thaw.ts"
import { beginTurn, createState, interrupt, resume } from "../vm/turn.ts"
import type { Json } from "../vm/value.ts"
import { readVariables } from "../vm/variables.ts"
import type { PretendStart } from "./alarms.ts"
import { maxPauseSeconds, nothing, performEffect } from "./perform-effect.ts"
import type { PreviewOptions } from "./preview-options.ts"
import type { Preview, PreviewEvent, PreviewWaiting } from "./preview-shapes.ts"
import { runTraced } from "./run-traced.ts"
import { type Place, Transcript } from "./transcript.ts"
import { showValue, toValues } from "./values.ts"
import { beginEventWait, beginPause, beginQuestion, type PretendWait } from "./wait.ts"
import { PretendWorld } from "./world.ts"

/** 9 o'clock on Monday, 6 January 2025, UTC. */
const defaultNowMs = 1_736_154_000_000
/** As for a published bot. */
const maxMessagesPerTurn = 500
const maxQueued = 100
/** What falls due one after the other while time is skipped; a loop of short pauses ends here. */
const maxAlarms = 1000
const mask = "•••"

interface Below {
  readonly state: VmState
  readonly wait: PretendWait
  readonly queue: HearInput[]
  readonly silenceSpent: boolean
}

/** The driver behind `openPreview`: decides what an input means, as a published bot does, and keeps the waits. */
export class PretendConversation implements Preview {
  private readonly program: LoadedProgram
  private readonly options: PreviewOptions
  private readonly world: PretendWorld
  private readonly transcript: Transcript
  private state: VmState | null = null
  private wait: PretendWait | null = null
  private queue: HearInput[] = []
  /** What began the run: it answers the first HEAR when nothing was said before. */
  private opening: HearInput | null = null
  private silenceSpent = false
  /** Runs that wait under the current one. */
  private readonly below: Below[] = []
  private turns = 0
  private waits = 0

  constructor(bundle: Bundle, options: PreviewOptions) {
    this.program = load(bundle, "preview")
    this.options = options
    this.world = new PretendWorld(options, options.nowMs ?? defaultNowMs)
    this.transcript = new Transcript(this.program)
  }

  get status(): Preview["status"] {
    if (this.wait) return "waiting"
    return this.state ? "ended" : "new"
  }
  get waiting(): PreviewWaiting | null {
    return this.wait?.shown ?? null
  }
  get waitingStepId(): string | null {
    return this.wait?.place.stepId ?? null
  }
  get events(): readonly PreviewEvent[] {
    return this.transcript.events
  }
  get path(): readonly string[] {
    return this.transcript.path
  }
  get variables(): Preview["variables"] {
    return this.state ? readVariables(this.state) : []
  }
  get memory(): Preview["memory"] {
    const { world } = this
    return { bot: world.list("bot"), user: world.list("user"), session: world.list("session") }
  }
  get nowMs(): number {
    return this.world.nowMs
  }
  /** For a debugger; null before the beginning. */
  get machine(): VmState | null {
    return this.state
  }

  start() {
    if (this.wait === null) this.begin(null)
    this.settleEvents()
    this.passDue()
  }

  send(input: HearInput) {
    this.take(input)
    this.settleEvents()
    this.passDue()
  }

  /** HEAR NOWAIT waits for no time at all. */
  private passDue() {
    const deadline = this.wait?.deadline
    if (deadline?.ends === "timeout" && deadline.dueMs <= this.world.nowMs) this.skipTime(0)
  }

  private take(input: HearInput) {
    const { wait, state } = this
    if (wait === null || state === null) return this.begin(input)
    this.beginTurn(state)
    this.noteInput(input)
    const isOffered = wait.hear?.options.some(({ value }) => value === input.choice) ?? false
    const text = input.text ?? input.choice ?? ""
    const handler = isOffered ? null : matchMessage(this.program, text, () => state)
    if (handler !== null) return this.interrupt(state, handler)
    if (wait.hear) {
      if (this.answer(state, input)) this.drive(state)
    } else if (this.queue.length < maxQueued) this.queue.push(input)
  }

  skipTime(seconds: number) {
    const { world } = this
    const until = world.nowMs + Math.max(0, Math.min(seconds, maxPauseSeconds)) * 1000
    for (let count = 0; count < maxAlarms; count++) {
      const deadline = this.wait?.deadline
      const alarm = world.alarms.take(Math.min(until, deadline?.dueMs ?? until))
      if (alarm !== null) {
        world.nowMs = Math.max(world.nowMs, alarm.dueMs)
        this.runOnTop(alarm.start)
        this.settleEvents()
        continue
      }
      if (!deadline || deadline.dueMs > until || !this.state) break
      world.nowMs = Math.max(world.nowMs, deadline.dueMs)
      this.beginTurn(this.state)
      if (deadline.ends === "silence") {
        this.silenceSpent = true
        this.interrupt(this.state, "silence")
      } else if (deadline.ends === "pause") this.resume(this.state, nothing)
      else {
        this.options.watch?.timeOut(this.wait?.place.stepId ?? "")
        this.resume(this.state, { kind: "timeout" })
      }
      this.settleEvents()
    }
    world.nowMs = Math.max(world.nowMs, until)
  }

  restart() {
    if (this.state && this.wait) this.state = thaw(this.program, freeze(this.state))
  }

  private begin(opening: HearInput | null) {
    const { inputs, params } = this.options
    const state = createState(this.program, toValues(inputs), 0, toValues(params))
    this.state = state
    this.queue = []
    this.opening = opening
    this.silenceSpent = false
    this.world.headers.clear()
    this.beginTurn(state)
    if (opening) this.noteInput(opening)
    this.drive(state)
  }

  /** A run of its own, on top of whatever waits; nothing where the script has no such part. */
  private runOnTop({ script, procedure, inputs }: PretendStart) {
    const entry = findEntry(this.program.bundle, {
      ...(script !== null && { script }),
      ...(procedure !== null && { procedure }),
    })
    if (entry === null) return
    const { state, wait, queue, silenceSpent } = this
    if (state && wait) this.below.push({ state, wait, queue, silenceSpent })
    const params = toValues(this.options.params)
    const fresh = createState(this.program, toValues(inputs), entry, params)
    this.state = fresh
    this.wait = null
    this.queue = []
    this.opening = null
    this.silenceSpent = false
    this.beginTurn(fresh)
    this.drive(fresh)
  }

  /** The run below goes on waiting; whoever was told something is asked again. */
  private goOnBelow() {
    const under = this.below.pop()
    if (under === undefined) return
    Object.assign(this, under)
    const asked = under.wait.hear?.prompt ?? under.wait.asked
    if (this.transcript.saidCount === 0) return
    if (asked !== undefined && asked !== null) this.say(asked, under.wait.place)
    this.showChoices()
  }

  /** Each event that was published starts who listens, and wakes who waits for it. */
  private settleEvents() {
    for (let count = 0; count < maxAlarms; count++) {
      const event = this.world.alarms.takePublished()
      if (event === null) return
      for (const start of this.world.alarms.listenersOf(event.name, event.value))
        this.runOnTop(start)
      if (this.state === null || this.wait?.event !== event.name) continue
      this.beginTurn(this.state)
      this.resume(this.state, { kind: "value", value: fromJson(event.value) })
    }
  }

  private beginTurn(state: VmState) {
    const { options, world } = this
    this.transcript.beginTurn()
    const turn = {
      nowMs: world.nowMs,
      seed: (options.seed ?? 1) + this.turns++,
      zone: options.zone ?? utcZone,
      botId: options.botId ?? "bot_preview",
      sessionId: options.sessionId ?? "cnv_preview",
      language: () => world.language,
    }
    beginTurn(state, turn, { ...defaultTurnLimits, ...options.limits })
  }

  private noteInput(input: HearInput) {
    const offered = [...(this.wait?.shown.choices ?? []), ...this.world.suggestions]
    const label = offered.find(({ value }) => value === input.choice)?.label
    const text = input.text ?? label ?? input.choice ?? "(file)"
    const place = this.wait?.place ?? { stepId: "", line: 0 }
    const shown = this.wait?.hear?.isSecret ? mask : text
    this.transcript.add({ kind: "you", text: shown, ...place })
  }

  private interrupt(state: VmState, handler: number | "silence") {
    this.wait = null
    if (handler !== "silence") this.silenceSpent = false
    interrupt(this.program, state, handler)
    this.drive(state)
  }

  private resume(state: VmState, answer: Answer) {
    this.wait = null
    resume(this.program, state, answer)
    this.drive(state)
  }

  /** Gives an answer to the open question. False when it was refused and is asked again. */
  private answer(state: VmState, input: HearInput): boolean {
    const wait = this.wait as PretendWait
    const { nowMs, language } = this.world
    this.silenceSpent = false
    const zone = this.options.zone ?? utcZone
    const context = { nowMs, zone, ...(language !== undefined && { language }) }
    const verdict = answerHear(wait.hear as HearWait, input, context)
    if (verdict.kind === "refused") {
      this.say(verdict.message, wait.place)
      this.askAgain(wait, verdict.wait)
      return false
    }
    this.wait = null
    this.noteChoice(wait, verdict.value)
    resume(this.program, state, { kind: "value", value: fromJson(verdict.value) })
    return true
  }

  private noteChoice({ hear, place }: PretendWait, value: Json) {
    const options = hear?.options ?? []
    if (options.length === 0) return
    const choice = options.findIndex((option) => option.value === value)
    this.options.watch?.choose(place.stepId, choice < 0 ? null : choice)
  }

  /** The same question under the same id; its own time limit goes on, silence is counted anew. */
  private askAgain(wait: PretendWait, hear: HearWait) {
    const { id } = wait.shown
    const fresh = this.question(hear, wait.place, id)
    const isKept = wait.deadline?.ends === "timeout"
    this.wait = isKept ? { ...wait, hear } : fresh
    this.showChoices()
  }

  private question(hear: HearWait, place: Place, id: string): PretendWait {
    const silence = this.state && findSilence(this.state)
    return beginQuestion(hear, {
      nowMs: this.world.nowMs,
      silenceSeconds: this.silenceSpent ? null : (silence?.seconds ?? null),
      suggestions: this.world.suggestions,
      id,
      place,
    })
  }

  /** Runs until the program waits or ends. */
  private drive(state: VmState) {
    for (;;) {
      const note = (step: number) => this.transcript.enter(step)
      const outcome = runTraced(this.program, state, note, this.options.watch?.enter)
      if (outcome.kind === "pause") continue
      if (outcome.kind !== "effect") return this.end(outcome)
      const { effect } = outcome
      this.transcript.enter(effect.step)
      const place = { stepId: this.transcript.stepIdOf(effect.step), line: effect.line }
      if (this.transcript.saidCount >= maxMessagesPerTurn) return this.stopTalking(place)
      const answer = this.act(state, effect, place)
      if (answer === "waiting") return
      if (answer !== "answered") resume(this.program, state, answer)
    }
  }

  private end(outcome: Exclude<Outcome, { kind: "effect" | "pause" }>) {
    this.wait = null
    this.queue = []
    if (outcome.kind === "done") {
      if (this.below.length > 0) return this.goOnBelow()
      this.showChoices()
      this.transcript.add({ kind: "end", value: showValue(outcome.value) })
      return
    }
    const { step, ...fault } = outcome.fault
    const stepId = this.transcript.stepIdOf(step)
    this.transcript.add({ kind: "fault", ...fault, stepId })
    this.goOnBelow()
  }

  private stopTalking(place: Place) {
    this.wait = null
    this.queue = []
    this.transcript.add({
      kind: "fault",
      code: "engine.too_many_messages",
      message: `One turn may say ${maxMessagesPerTurn} messages. Put a HEAR or a WAIT into the loop.`,
      ...place,
    })
  }

  /** Does what an effect asks for: "answered" when the question it asks has its answer already. */
  private act(state: VmState, effect: Effect, place: Place): Answer | "waiting" | "answered" {
    const done = performEffect(effect, this.world, this.options)
    if (done.kind === "say") {
      this.say(done.text, place)
      return done.answer ?? nothing
    }
    if (done.kind === "ask") return this.ask(state, done.hear, place)
    if (done.kind === "pause") {
      this.wait = beginPause(done.seconds, this.world.nowMs, this.nextWaitId(), place)
      return "waiting"
    }
    if (done.kind === "await") {
      const id = this.nextWaitId()
      this.wait = beginEventWait(done.event, done.seconds, this.world.nowMs, id, place)
      return "waiting"
    }
    if (done.event) this.transcript.add({ ...done.event, ...place })
    return done.answer
  }

  private say(text: string, place: Place) {
    this.transcript.add({ kind: "bot", text, ...place })
  }

  private ask(state: VmState, hear: HearWait, place: Place): "waiting" | "answered" {
    const opening = this.transcript.saidCount === 0 ? this.opening : null
    this.opening = null
    if (hear.prompt !== null) this.say(hear.prompt, place)
    const asked = this.transcript.lastSaid
    this.wait = {
      ...this.question(hear, place, this.nextWaitId()),
      ...(asked !== null && { asked }),
    }
    this.showChoices()
    for (let input = opening ?? this.queue.shift(); input; input = this.queue.shift()) {
      if (this.answer(state, input)) return "answered"
    }
    return "waiting"
  }

  private nextWaitId(): string {
    this.waits += 1
    return `wait_${this.waits}`
  }

  /** Puts the buttons of the moment under what was said last; a menu makes a message of its own if need be. */
  private showChoices() {
    const choices = this.wait ? (this.wait.shown.choices ?? []) : this.world.suggestions
    if (choices.length === 0 || this.transcript.attachChoices(choices)) return
    if (this.wait?.shown.kind !== "menu") return
    this.transcript.add({ kind: "bot", text: "", choices: [...choices], ...this.wait.place })
  }
}
