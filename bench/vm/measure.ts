import { readClockMs } from "../machine/clock.ts"
import { median } from "../machine/median.ts"
import { type Engine, type EngineName, type PeerName, peerNames } from "./engine.ts"
import type { BenchProgram, Talker } from "./program.ts"
import { visitorSays } from "./programs/dialog.ts"

/** Milliseconds of one run: the first in this process, and the median of those after it. */
export interface Times {
  readonly firstMs: number
  readonly steadyMs: number
}

export interface ProgramResult {
  readonly name: string
  readonly does: string
  readonly times: Readonly<Record<EngineName, Times>>
  /** Ours divided by theirs, of the steady times and of the first ones. */
  readonly ratios: Readonly<Record<PeerName, number>>
  readonly firstRatios: Readonly<Record<PeerName, number>>
}

/**
 * Runs a program on all engines in turn, round after round; the engine that begins changes with each round.
 *
 * Throws: when two engines give different results or say different things.
 */
export function measureProgram(
  program: BenchProgram,
  engines: readonly Engine[],
  rounds: number,
): ProgramResult {
  const runs = engines.map((engine) => ({ engine, run: prepareRun(engine, program) }))
  const taken = new Map<EngineName, number[]>(engines.map(({ name }) => [name, []]))
  let expected: string | null = null
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runs.length; turn++) {
      const { engine, run } = runs[(round + turn) % runs.length] as (typeof runs)[number]
      const { ms, outcome } = run()
      expected ??= outcome
      if (outcome !== expected)
        throw new Error(`${program.name}: ${engine.name} gave ${outcome}, not ${expected}.`)
      taken.get(engine.name)?.push(ms)
    }
  }
  return toResult(program, (name) => toTimes(taken.get(name) ?? []))
}

/** The result of a run and all it said, as one text. */
function prepareRun(engine: Engine, program: BenchProgram) {
  let heard = 0
  let said = 0
  let sum = 0
  const talker: Talker = {
    hear: () => visitorSays[heard++ % visitorSays.length] as string,
    talk: (text) => {
      said += 1
      sum = (sum * 31 + text.length + text.charCodeAt(text.length - 1)) % 1_000_003
    },
  }
  const start = engine.prepare(program, talker)
  return () => {
    heard = 0
    said = 0
    sum = 0
    const begin = readClockMs()
    const value = start()
    const ms = readClockMs() - begin
    return { ms, outcome: `${value} after ${said} texts (${sum})` }
  }
}

const toTimes = ([firstMs = Number.NaN, ...rest]: readonly number[]): Times => ({
  firstMs,
  steadyMs: median(rest),
})

function toResult(program: BenchProgram, timesOf: (name: EngineName) => Times): ProgramResult {
  const ours = timesOf("botwright")
  const ratios = (pick: (times: Times) => number) =>
    byPeer((peer) => pick(ours) / pick(timesOf(peer)))
  return {
    name: program.name,
    does: program.does,
    times: { botwright: ours, ...byPeer(timesOf) },
    ratios: ratios(({ steadyMs }) => steadyMs),
    firstRatios: ratios(({ firstMs }) => firstMs),
  }
}

export const byPeer = <T>(pick: (peer: PeerName) => T): Record<PeerName, T> => {
  const [quickjs, fengari, wasmoon] = peerNames
  return { quickjs: pick(quickjs), fengari: pick(fengari), wasmoon: pick(wasmoon) }
}

export const geometricMean = (numbers: readonly number[]): number =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length)
