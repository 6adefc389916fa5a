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
  const neighbours = await findNeighbours(examples)
  const found = new Map<string, Conflict>()
  examples.forEach((own, at) => {
    const { inside, outside, nearest } = neighbours[at] as Neighbours
    const other = examples[nearest]
    const isNearer = outside > inside
    if (other === undefined || outside < (isNearer ? least.nearer : least.same)) return
    const pair = [own.text, other.text].sort().join("\n")
    const known = found.get(pair)
    if (known !== undefined && (known.isNearer || !isNearer)) return
    found.set(pair, {
      ...{ intent: own.intent, example: own.text, isNearer },
      ...{ otherIntent: other.intent, otherExample: other.text },
      likeness: Math.round(outside * 100) / 100,
    })
  })
  return [...found.values()].sort((a, b) => b.likeness - a.likeness).slice(0, maxTold)
}

/** How like an example its nearest is, of the same intent and of others, and which that is. */
interface Neighbours {
  inside: number
  outside: number
  nearest: number
}

/** Each pair is compared once. */
async function findNeighbours(examples: readonly Placed[]): Promise<Neighbours[]> {
  const breather = new Breather()
  const all = examples.map((): Neighbours => ({ inside: 0, outside: 0, nearest: -1 }))
  const note = (at: number, other: number, likeness: number, isInside: boolean) => {
    const known = all[at] as Neighbours
    if (isInside) known.inside = Math.max(known.inside, likeness)
    else if (likeness > known.outside) [known.outside, known.nearest] = [likeness, other]
  }
  for (const [at, own] of examples.entries()) {
    for (let other = 0; other < at; other++) {
      const placed = examples[other] as Placed
      const likeness = likenessOf(own.vector, placed.vector) / wholeLikeness
      const isInside = placed.intent === own.intent
      note(at, other, likeness, isInside)
      note(other, at, likeness, isInside)
    }
    await breather.breathe()
  }
  return all
}
