import type { Handlers } from "../ir/bundle.ts"
import { type LoadedProgram, normalizeMessage } from "./load.ts"
import type { VmState } from "./state.ts"

/** A procedure or script that has begun and not ended. */
export interface OpenFunction {
  readonly index: number
  readonly depth: number
  readonly base: number
}

/** What is open, outermost first. */
export function listOpen({ frames, depth, base, current }: VmState): OpenFunction[] {
  const open: OpenFunction[] = []
  for (let at = 0; at < depth; at += 3)
    open.push({ index: frames[at + 2] as number, depth: at, base: frames[at + 1] as number })
  open.push({ index: current, depth, base })
  return open
}

/** Finds the ON MESSAGE that takes this text: its place among the handlers, or null. The innermost open script is asked first. */
export function matchMessage(
  program: LoadedProgram,
  text: string,
  readState: () => VmState,
): number | null {
  const wanted = normalizeMessage(text)
  const places = program.messageTexts.get(wanted)
  if (places === undefined) return null
  if (!program.isLinked) return places[0] ?? null
  const { messages } = program.bundle.handlers
  for (const { index } of listOpen(readState()).reverse()) {
    const found = places.find(
      (place) => program.facts.owners[messages[place]?.target ?? -1] === index,
    )
    if (found !== undefined) return found
  }
  return null
}

/** The ON SILENCE that holds now: that of the innermost open script that has one. */
export function findSilence(state: VmState): NonNullable<Handlers["silence"]> | null {
  const { handlers } = state.program.bundle
  const { silence, silences = [] } = handlers
  if (!state.program.isLinked) return silence
  const all = silence ? [silence, ...silences] : silences
  for (const { index } of listOpen(state).reverse()) {
    const found = all.find(({ target }) => state.program.facts.owners[target] === index)
    if (found !== undefined) return found
  }
  return null
}
