import type { Mutator } from "../mutate.ts"

/** Something that must hold for whatever text it is given. */
export interface Target {
  readonly name: string
  /** What it promises, for the line that reports a failure. */
  readonly promise: string
  /** Makes an input: programs, damaged programs, stray characters, numbers. Always the same for the same mutator. */
  readonly make: (mutator: Mutator) => string
  /** Says how the promise is broken, or null. Throwing breaks it too. */
  readonly check: (input: string) => string | null
}

/** No input of the size that `make` gives may take longer. Units: ms of the processor's time. */
export const longestCheckMs = 2000

/** Checks one input; a throw and a check that takes too long are failures as well. */
export function judge(target: Target, input: string): string | null {
  const before = process.cpuUsage()
  try {
    const broken = target.check(input)
    if (broken !== null) return broken
  } catch (error) {
    return `it threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`
  }
  const { user, system } = process.cpuUsage(before)
  const usedMs = (user + system) / 1000
  return usedMs > longestCheckMs ? `it took ${Math.round(usedMs)} ms` : null
}

/** Checks at most this often while a failing input is made smaller. */
const mostAttempts = 2000

/** Finds a smaller input that fails in the same way: without lines, then without characters. */
export function minimise(target: Target, input: string, failure: string): string {
  const kind = kindOf(failure)
  let attempts = 0
  const stillFails = (text: string) => {
    attempts++
    const found = judge(target, text)
    return found !== null && kindOf(found) === kind
  }
  let best = input
  for (const separator of ["\n", ""]) {
    let size = Math.max(1, best.split(separator).length >> 1)
    while (size >= 1 && attempts < mostAttempts) {
      const pieces = best.split(separator)
      let isSmaller = false
      for (let at = 0; at < pieces.length && attempts < mostAttempts; at += size) {
        const text = [...pieces.slice(0, at), ...pieces.slice(at + size)].join(separator)
        if (text.length >= best.length || !stillFails(text)) continue
        best = text
        isSmaller = true
        break
      }
      if (!isSmaller) size = size === 1 ? 0 : size >> 1
    }
  }
  return best
}

/** Failures are the same when they differ in names and numbers only. */
const kindOf = (failure: string): string => failure.replace(/"[^"]*"|\d+/g, "#").slice(0, 60)
