import {
  answerHear,
  beginTurn,
  findSilence,
  freeze,
  fromJson,
  interrupt,
  matchMessage,
  resume,
  run,
  startHear,
  thaw,
  type VmState,
} from "#basic"
import type { Answer, Effect } from "#basic/vm/outcome.ts"
import type { Json, Value } from "#basic/vm/value.ts"
import type { Handlers } from "#server/keywords/handler.ts"
import type { StepParts } from "#server/keywords/step-parts.ts"
import {
  beginRun,
  findScriptName,
  jsonOrNull,
  readReply,
  turnContext,
  zoneOf,
} from "./begin-run.ts"
import {
  type BeginContext,
  beginEventWait,
  beginPause,
  beginQuestion,
  beginReplyWait,
  noEventInTime,
  noReplyInTime,
  renewSilence,
  waitIdOf,
} from "./begin-wait.ts"
import { callHandler } from "./call-handler.ts"
import { collectAnswer, collectLeft } from "./collected.ts"
import type { ActiveRun, QueuedInput, Wait } from "./conversation-state.ts"
import { type Decision, decide } from "./decide.ts"
import { delegateFailed, readDelegated, sendReply } from "./delegated-run.ts"
import { EngineFault, engineLimits } from "./engine-fault.ts"
import { followPublications } from "./follow-publications.ts"
import { readHeardFile } from "./heard-file.ts"
import { inMachine } from "./in-machine.ts"
import { operandsToJson } from "./operands.ts"
import type { Program, Programs } from "./programs.ts"
import { runTool } from "./run-tool.ts"
import type { JournalRow } from "./store-rows.ts"
import { TurnJournal } from "./turn-journal.ts"
import { TurnLedger } from "./turn-ledger.ts"
import { type SendDelta, type SendRequest, TurnStep, type TurnStepParts } from "./turn-step.ts"
import type { TurnEnd, TurnWriter } from "./turn-writer.ts"

export interface TurnParts {
  readonly writer: TurnWriter
  /** What an earlier attempt left in the journal. */
  readonly rows: readonly JournalRow[]
  readonly programs: Programs
  readonly handlers: Handlers
  readonly send: SendRequest
  readonly sendDelta: SendDelta
  readonly parts: StepParts
  /** Units: ms since 1970 UTC. */
  readonly clock: () => number
  /** How long the VM runs before others get their turn. Units: ms. */
  readonly sliceMs: number
  /** The earlier attempts broke off too often: the run ends with a fault instead. */
  readonly isGivenUp: boolean
  /** Runs the machine in place of `run`, for who wants to see every statement. */
  readonly runMachine?: typeof run
  /** Of a turn that is run again: its answer, which was not kept, was taken then. */
  readonly wasSecretTaken?: boolean
  /** Hears of a mistake on our side that ended a run. */
  readonly onBug: (error: unknown, where: string) => void
}

/** The run of this turn: its program, its machine, and the world its handlers see. */
interface Live {
  readonly program: Program
  readonly vm: VmState
  readonly run: ActiveRun
  readonly step: TurnStep
  readonly writer: TurnWriter
  readonly journal: TurnJournal
}

/**
 * One turn, from the inbound event to what the commit stores. It reaches the database only through its
 * writer, so whatever it throws leaves the conversation as it was, or in the hands of the journal.
 */
export class TurnRunner {
  readonly #parts: TurnParts
  readonly #writer: TurnWriter
  readonly #ledger: TurnLedger
  #waitCount = 0
  #live: Live | null = null
  /** What began the run: it answers the first HEAR when nothing was said before. */
  #opening: QueuedInput | null = null

  constructor(parts: TurnParts) {
    this.#parts = parts
    this.#writer = parts.writer
    this.#ledger = new TurnLedger(parts.writer, parts.clock)
  }

  async run(): Promise<TurnEnd> {
    try {
      return await this.#act()
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error
      await this.#failWhoAsked()
      this.#ledger.fail({ code: error.code, message: error.message })
      return this.#ledger.close("done")
    }
  }

  /** Whoever waits for this run is told, also where the turn broke off before it could open it. */
  async #failWhoAsked() {
    const { writer, rows } = this.#parts
    const { run } = this.#ledger.openRun()
    const journal = this.#live?.journal ?? new TurnJournal(writer, rows)
    await sendReply({ run, writer, journal }, { failed: delegateFailed })
  }

  async #act(): Promise<TurnEnd> {
    const { state, trace } = this.#ledger
    await this.#follow("begin")
    const program = state.run ? await this.#load(state.run.versionId) : null
    const decision = decide(
      this.#writer.event,
      state,
      (text) => (program ? this.#findHandler(program, text) : null),
      this.#writer.recorded.isHeld,
    )
    trace.decided(decision.kind)
    if (decision.kind === "stale") return this.#ledger.close("stale")
    this.#ledger.noteMessage()
    if (decision.kind === "queue" && state.queue.length < engineLimits.queuedInputs)
      state.queue.push(decision.input)
    if (this.#settle(decision)) return this.#ledger.close("done")
    if (decision.kind === "begin-on-top") this.#ledger.setAside()
    if (this.#parts.isGivenUp)
      throw new EngineFault("engine.turn_failed", "The turn broke off again and again.")
    const live = await this.#open(decision)
    const heard = await readHeardFile(decision, live.step, state.wait)
    if (heard !== null && this.#inMachine(() => this.#apply(heard, live))) await this.#drive(live)
    else this.#ledger.showChoices()
    if (state.run === live.run) live.run.vm = this.#inMachine(() => freeze(live.vm))
    await this.#follow("end")
    return this.#ledger.close("done")
  }

  /** Moves the run that waits into versions that were published since, where they say so. */
  #follow(at: "begin" | "end"): Promise<void> {
    const { conversation, recorded } = this.#writer
    const load = (versionId: string) => this.#load(versionId)
    const { botId } = conversation
    return followPublications({ state: this.#ledger.state, botId, moves: recorded.moves, load, at })
  }

  #findHandler({ loaded }: Program, text: string): number | null {
    const readState = () => thaw(loaded, this.#ledger.state.run?.vm ?? null)
    return this.#inMachine(() => matchMessage(loaded, text, readState))
  }

  /** Does what needs no program. False when the run goes on. */
  #settle(decision: Decision): boolean {
    const { kind } = decision
    if (kind === "held") this.#ledger.spendTimer()
    else if (kind === "gather") this.#ledger.gather(decision.value)
    else if (kind === "keep") this.#ledger.keepForLater(decision.waitId, decision.value)
    else if (kind === "repeat") this.#ledger.repeatQuestion()
    else if (kind === "end") this.#ledger.endRun("done", null)
    else if (kind === "post")
      this.#writer.addMessage("bot", "text", decision.text, null, this.#parts.clock())
    else return kind === "queue" || kind === "nothing"
    return true
  }

  #load(versionId: string): Promise<Program> {
    return this.#parts.programs.load(this.#writer.conversation.orgId, versionId)
  }

  /** Thaws the run, or begins one. */
  async #open(decision: Decision): Promise<Live> {
    const { writer, send, parts, clock, rows } = this.#parts
    const { run: active, isNew } = this.#ledger.openRun()
    const program = await this.#load(active.versionId)
    const vm = this.#inMachine(() => {
      const state = isNew ? beginRun(program, writer) : thaw(program.loaded, active.vm)
      beginTurn(
        state,
        turnContext(writer, () => this.#ledger.state.language),
      )
      return state
    })
    if (decision.kind === "begin") this.#opening = decision.opening
    const { state, trace } = this.#ledger
    const journal = new TurnJournal(writer, rows)
    const readScript = () => findScriptName(program, vm)
    const readNextWaitId = () =>
      waitIdOf({ eventId: writer.event.id, place: `wait/${this.#waitCount + 1}` })
    const stepParts: TurnStepParts = {
      ...{ writer, journal, state, run: active, trace, send, parts, clock },
      ...{ readScript, readNextWaitId, sendDelta: this.#parts.sendDelta },
      runScript: (call, chance) =>
        runTool(
          {
            ...{ program, stepParts, sliceMs: this.#parts.sliceMs },
            perform: (effect, toolStep) => this.#call(effect, program, toolStep),
          },
          call,
          chance,
        ),
    }
    const step = new TurnStep(stepParts)
    // Whoever was told something by a bot hears it at its first question, however it greets.
    if (isNew && active.spoken && this.#opening !== null) {
      state.queue.push(this.#opening)
      this.#opening = null
    }
    this.#live = { program, vm, run: active, step, writer, journal }
    return this.#live
  }

  /** Does what the event means for the run. False when the run goes on waiting. */
  #apply(decision: Decision, live: Live): boolean {
    const { program, vm, run: active } = live
    if (decision.kind === "answer") return this.#answer(decision.input, live)
    const waited = this.#ledger.state.wait?.kind
    this.#ledger.state.wait = null
    active.silenceSpent = decision.kind === "interrupt" && decision.handler === "silence"
    if (decision.kind === "interrupt") interrupt(program.loaded, vm, decision.handler)
    else if (decision.kind === "wake" && waited === "reply")
      resume(program.loaded, vm, readDelegated(decision.value ?? null))
    else if (decision.kind === "wake")
      resume(program.loaded, vm, { kind: "value", value: fromJson(decision.value ?? null) })
    else if (decision.kind === "time-out" && waited === "reply")
      resume(program.loaded, vm, noReplyInTime)
    else if (decision.kind === "time-out")
      resume(program.loaded, vm, waited === "event" ? noEventInTime : { kind: "timeout" })
    return true
  }

  /** Gives an answer to the open question. False when it was refused and is asked again. */
  #answer(input: QueuedInput, live: Live): boolean {
    const { state } = this.#ledger
    const wait = state.wait!
    live.run.silenceSpent = false
    const verdict =
      this.#takeSecret(wait, input) ??
      answerHear(wait.hear!, input, {
        nowMs: this.#writer.recorded.nowMs,
        zone: zoneOf(this.#writer),
        ...(state.language !== null && { language: state.language }),
      })
    if (verdict.kind === "refused") {
      live.step.say(verdict.message)
      const renewed = renewSilence(wait, this.#waitContext(live))
      state.wait = { ...renewed, hear: verdict.wait }
      return false
    }
    state.wait = null
    resume(live.program.loaded, live.vm, { kind: "value", value: fromJson(verdict.value) })
    collectAnswer(this.#ledger.collected, live.vm, verdict.value, wait.hear!.isSecret)
    return true
  }

  /** Whatever stands for a secret that was not kept would be refused. */
  #takeSecret({ hear }: Wait, input: QueuedInput): { kind: "value"; value: Json } | null {
    const isTaken = this.#parts.wasSecretTaken && hear?.isSecret
    return isTaken ? { kind: "value", value: input.text ?? null } : null
  }

  /** Runs the program until it waits or ends, slice by slice. */
  async #drive(live: Live) {
    const { program, vm } = live
    let sliceEnd = performance.now() + this.#parts.sliceMs
    const shouldPause = () => performance.now() >= sliceEnd
    while (true) {
      const machine = this.#parts.runMachine ?? run
      const outcome = this.#inMachine(() => machine(program.loaded, vm, shouldPause))
      if (outcome.kind === "done") return this.#end(outcome.value, live)
      if (outcome.kind === "fault") {
        const { code, message, step, line } = outcome.fault
        await sendReply(live, { failed: delegateFailed })
        return this.#ledger.fail({ code, message, step: program.stepIds[step] ?? null, line })
      }
      if (outcome.kind === "pause") {
        this.#ledger.trace.slice()
        await new Promise(setImmediate)
        sliceEnd = performance.now() + this.#parts.sliceMs
      } else if ((await this.#perform(outcome.effect, live)) === "waiting") return
    }
  }

  async #end(returned: Value, live: Live) {
    const { vm, run: active, step } = live
    const spoken = active.spoken?.join("\n") ?? ""
    const value = returned ?? (spoken === "" ? null : spoken)
    const isWebhook = this.#writer.event.kind === "webhook"
    await sendReply(live, { ok: jsonOrNull(value) })
    if (value !== null || isWebhook) this.#ledger.giveBack(readReply(value, vm, step, isWebhook))
    collectLeft(this.#ledger.collected, vm)
    if (this.#ledger.state.run === active) this.#ledger.endRun("done", null)
  }

  async #perform(effect: Effect, live: Live): Promise<"waiting" | "going on"> {
    const { program, vm, step } = live
    const answer = await this.#call(effect, program, step)
    if (answer !== "suspended") {
      this.#inMachine(() => resume(program.loaded, vm, answer))
      return "going on"
    }
    const handOver = step.takeHandOver()
    if (handOver !== null) {
      if (handOver.botId !== null) this.#ledger.handOver(handOver.botId)
      await this.#end(null, live)
      return "waiting"
    }
    if (this.#inMachine(() => this.#suspend(live))) return "going on"
    if (live.run.spoken && this.#ledger.state.wait?.kind === "hear") await this.#answerFor(live)
    return "waiting"
  }

  #call(effect: Effect, program: Program, step: TurnStep): Promise<Answer | "suspended"> {
    const stepId = program.stepIds[effect.step] ?? null
    step.place = {
      stepId,
      keyword: effect.keyword,
      readOperands: () => operandsToJson(effect.operands),
    }
    this.#ledger.trace.step(stepId, effect.keyword)
    return callHandler(effect, step, this.#parts)
  }

  /** Nobody is there to answer the question of a run that a bot started: what it has said is its reply. */
  async #answerFor(live: Live) {
    await sendReply(live, { ok: live.run.spoken?.join("\n") ?? null })
    this.#ledger.endRun("done", null)
  }

  #inMachine<T>(work: () => T): T {
    return inMachine(work, this.#parts.onBug)
  }

  /** Begins the wait the last handler asked for. True when something that came earlier ends it at once. */
  #suspend(live: Live): boolean {
    const { step } = live
    const { state } = this.#ledger
    const requested = step.requested!
    step.requested = null
    const context = this.#waitContext(live)
    if (requested.kind === "time") {
      state.wait = beginPause(requested.seconds, context)
      return false
    }
    if (requested.kind === "event") {
      state.wait = beginEventWait(requested.event, requested.timeoutSeconds, context)
      return false
    }
    if (requested.kind === "reply") {
      state.wait = beginReplyWait(requested.timeoutSeconds, requested.count, context)
      return false
    }
    const hear = startHear(requested.operands)
    if (hear.prompt !== null) step.say(hear.prompt)
    const asked = hear.prompt === null ? this.#writer.lastSaid(engineLimits.askedChars) : null
    state.wait = { ...beginQuestion(hear, context), ...(asked !== null && { asked }) }
    const opening = this.#writer.hasSpoken ? null : this.#opening
    this.#opening = null
    this.#ledger.showChoices()
    const { queue } = state
    for (let input = opening ?? queue.shift(); input; input = queue.shift()) {
      // What was said before the message was heard is no reply to it.
      if (live.run.replyTo && live.run.spoken) live.run.spoken.length = 0
      if (this.#answer(input, live)) return true
      this.#ledger.showChoices()
    }
    return false
  }

  #waitContext({ vm, run: active }: Live): BeginContext {
    this.#waitCount++
    return {
      eventId: this.#writer.event.id,
      place: `wait/${this.#waitCount}`,
      nowMs: this.#ledger.readWaitStart(),
      silenceSeconds: active.silenceSpent ? null : (findSilence(vm)?.seconds ?? null),
      suggestions: this.#ledger.state.suggestions,
    }
  }
}
