import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as nextTick } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { bundleProgram } from "#server/testing/bundle-program.ts"
import type { InboundEvent, TurnResult } from "../event.ts"
import { type FaultPoint, faultPoints } from "../fault-points.ts"
import type { ChildSettings, FromChild, ToChild } from "./kill-messages.ts"

/** In one file: most of a life would be spent reading a thousand. */
const childFile = await bundleProgram(fileURLToPath(new URL("./kill-child.ts", import.meta.url)))

export interface CampaignOptions {
  readonly settings: ChildSettings
  readonly kills: number
  /** A process made ready beforehand takes over at once; not where a directory has one owner. */
  readonly hasStandby: boolean
  /** Points that are reached by the programs of this campaign. */
  readonly points: readonly FaultPoint[]
  /**
   * How long a life lasts at most once its first turn has come to an end: on
   * a slow machine lives would else end before they have done anything. A plan whose point is not reached ends like
   * this. Units: ms.
   */
  readonly longestLifeMs: number
}

/** A life in which no turn ends is left alone for so many times the longest one: then something is wrong with it. */
const barrenTimes = 4

const early = "random time, early"

interface Asked {
  readonly event: InboundEvent
  readonly resolve: (result: TurnResult) => void
  readonly reject: (error: Error) => void
}

/**
 * Kills the engine's process again and again while conversations go on: at every named point, each with
 * a chance number of passages before it, and at random times. Whoever waits for an answer asks the next
 * process with the same key, as a client would.
 */
export class KillCampaign {
  readonly killedAt = new Map<string, number>()
  kills = 0
  readonly #options: CampaignOptions
  readonly #asked = new Map<number, Asked>()
  #lastId = 0
  #child: ChildProcess | null = null
  #standby: Promise<ChildProcess> | null = null
  #life: NodeJS.Timeout | null = null
  /** Of the life that goes on: its first turn has come to an end. */
  #hasBorneFruit = false
  #plan = ""
  /** Points a life ended without reaching: next time the first passage is enough. */
  readonly #missed = new Set<string>()
  #isOver = false
  #failure: Error | null = null

  constructor(options: CampaignOptions) {
    this.#options = options
  }

  async begin() {
    await this.#live()
  }

  /** Sends an event and gives the end of its turn, over as many processes as it takes. */
  ask(event: InboundEvent): Promise<TurnResult> {
    if (this.#failure) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#asked.set(id, { event, resolve, reject })
      this.#send({ t: "accept", id, event })
    })
  }

  get isDone(): boolean {
    return this.kills >= this.#options.kills
  }

  /** Resolves when every planned kill has happened and a process lives that is not to be killed. */
  async whenDone(): Promise<void> {
    while (!this.isDone || this.#child?.connected !== true) {
      if (this.#failure) throw this.#failure
      await nextTick(20)
    }
  }

  /** Lets the last process end by itself. */
  async end() {
    this.#isOver = true
    if (this.#life) clearTimeout(this.#life)
    const child = this.#child
    if (child?.connected) {
      const exited = once(child, "exit")
      this.#send({ t: "stop" })
      await exited
    }
    const standby = await this.#standby
    standby?.kill("SIGKILL")
  }

  async #live() {
    try {
      const child = await (this.#standby ?? this.#spawn())
      this.#standby = null
      this.#child = child
      child.on("message", (message: FromChild) => this.#hear(message))
      child.once("exit", () => this.#bury())
      this.#plan = this.isDone ? "" : this.#nextPlan()
      this.#send({ t: "go", fault: this.#plan.includes(":") ? this.#plan : null })
      for (const [id, { event }] of this.#asked) this.#send({ t: "accept", id, event })
      this.#hasBorneFruit = false
      if (!this.isDone) this.#beginLife(child)
      if (this.#options.hasStandby && !this.isDone) this.#standby = this.#spawn()
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error))
      for (const { reject } of this.#asked.values()) reject(this.#failure)
      this.#asked.clear()
    }
  }

  #bury() {
    if (this.#life) clearTimeout(this.#life)
    if (this.#isOver) return
    this.kills++
    const point = this.#plan.split(":")[0] ?? ""
    this.killedAt.set(point, (this.killedAt.get(point) ?? 0) + 1)
    void this.#live()
  }

  /** Every second life ends at the named point with the fewest kills; the others at a random time. */
  #nextPlan(): string {
    if (this.kills % 2 === 1) return this.kills % 8 === 1 ? early : "random time"
    const points = [...this.#options.points]
    points.sort((a, b) => this.#countKills(a) - this.#countKills(b))
    const point = points[0]!
    const passages = this.#missed.has(point) ? 1 : 1 + Math.floor(Math.random() * 10)
    return `${point}:${passages}`
  }

  #countKills(point: string): number {
    return this.killedAt.get(point) ?? 0
  }

  /** Some lives end before any turn of theirs has; most are given the time for one. */
  #beginLife(child: ChildProcess) {
    const { longestLifeMs } = this.#options
    if (this.#plan === early) this.#setLife(child, longestLifeMs * (0.3 + 0.5 * Math.random()))
    else this.#setLife(child, longestLifeMs * barrenTimes)
    if (this.#asked.size === 0) this.#bearFruit()
  }

  /** The first turn of a life has ended: from now on its time runs. */
  #bearFruit() {
    const child = this.#child
    if (this.#hasBorneFruit || this.isDone || child === null || this.#plan === early) return
    this.#hasBorneFruit = true
    if (this.#life) clearTimeout(this.#life)
    const { longestLifeMs } = this.#options
    const isPoint = this.#plan.includes(":")
    this.#setLife(child, isPoint ? longestLifeMs : longestLifeMs * (0.1 + 0.5 * Math.random()))
  }

  #setLife(child: ChildProcess, lifeMs: number) {
    const isPoint = this.#plan.includes(":")
    this.#life = setTimeout(() => {
      if (isPoint) {
        this.#missed.add(this.#plan.split(":")[0] ?? "")
        this.#plan = "point not reached"
      }
      child.kill("SIGKILL")
    }, lifeMs)
  }

  #hear(message: FromChild) {
    if (message.t === "ready") return
    const asked = this.#asked.get(message.id)
    if (!asked) return
    if (message.t === "result" && message.result.status === "running") {
      this.#send({ t: "accept", id: message.id, event: asked.event })
      return
    }
    this.#asked.delete(message.id)
    this.#bearFruit()
    if (message.t === "result") asked.resolve(message.result)
    else asked.reject(new Error(message.reason))
  }

  #send(message: ToChild) {
    // A process that has just been killed hears nothing; the next one is asked again.
    if (this.#child?.connected) this.#child.send(message, () => {})
  }

  async #spawn(): Promise<ChildProcess> {
    const child = fork(childFile, [JSON.stringify(this.#options.settings)], {
      execArgv: [],
      // Compiled once for all the processes to come: most of a life would be spent compiling.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "botwright-kill-cache") },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    })
    let complaint = ""
    child.stderr?.on("data", (part: Buffer) => {
      complaint += part.toString()
    })
    const ended = once(child, "exit").then(() => {
      throw new Error(`The engine's process ended before it was ready. ${complaint}`)
    })
    await Promise.race([once(child, "message"), ended])
    ended.catch(() => {})
    return child
  }
}

/** Points the programs of the campaigns reach. */
export const reachedPoints: readonly FaultPoint[] = faultPoints.filter(
  (point) => point !== "outbox.sent" && !point.startsWith("schedule."),
)
