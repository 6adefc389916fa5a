import { Breather } from "./solve.ts"
import { likenessOf, type TextVector, wholeLikeness } from "./vectors.ts"

/** An example that says nearly what an example of another intent says. */
export interface Conflict {
  readonly intent: string
  readonly example: string
  readonly otherIntent: string
  readonly otherExample: string
  /** Units: 0 to 1. */
  readonly likeness: number
  /** It is nearer to the other intent than to its own. */
  readonly isNearer: boolean
}

interface Placed {
  readonly intent: string
  readonly text: string
  readonly vector: TextVector
}

/** From here on two examples say nearly the same; with less, one counts only when it stands nearer to the other intent. */
const least = { same: 0.72, nearer: 0.5 }
const maxTold = 100

/** Compares all examples with each other, giving way meanwhile. The worst first, each pair once. */
export async function findConflicts(examples: readonly Placed[]): Promise<Conflict[]> {
  const breather = new Breather()
  const found = new Map<string, Conflict>()
  for (const own of examples) {
    const { inside, outside } = findNeighbours(own, examples)
    await breather.breathe()
    if (outside === null) continue
    const isNearer = outside.likeness > inside
    if (outside.likeness < (isNearer ? least.nearer : least.same)) continue
    const pair = [own.text, outside.placed.text].sort().join("\n")
    const known = found.get(pair)
    if (known !== undefined && (known.isNearer || !isNearer)) continue
    found.set(pair, {
      ...{ intent: own.intent, example: own.text, isNearer },
      ...{ otherIntent: outside.placed.intent, otherExample: outside.placed.text },
      likeness: Math.round(outside.likeness * 100) / 100,
    })
  }
  return [...found.values()].sort((a, b) => b.likeness - a.likeness).slice(0, maxTold)
}

function findNeighbours(own: Placed, examples: readonly Placed[]) {
  let inside = 0
  let outside: { placed: Placed; likeness: number } | null = null
  for (const placed of examples) {
    if (placed === own) continue
    const likeness = likenessOf(own.vector, placed.vector) / wholeLikeness
    if (placed.intent === own.intent) inside = Math.max(inside, likeness)
    else if (outside === null || likeness > outside.likeness) outside = { placed, likeness }
  }
  return { inside, outside }
}
