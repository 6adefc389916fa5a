import type { BenchProgram, Talker } from "./program.ts"

/** An engine that is measured. */
export interface Engine {
  readonly name: EngineName
  readonly version: string
  /** Reads a program and gives a function that runs it from the start each time it is called. */
  prepare(program: BenchProgram, talker: Talker): () => unknown
}

export type EngineName = "botwright" | PeerName
export type PeerName = (typeof peerNames)[number]
export const peerNames = ["quickjs", "fengari", "wasmoon"] as const
