import { isElement, type Markup, type MarkupElement } from "./markup.ts"

type Check = (element: MarkupElement) => boolean

interface Place {
  /** Counted from 1 under the parent, from the front and from the back; among all, and among those of its name. */
  readonly nth: number
  readonly nthLast: number
  readonly nthOfType: number
  readonly nthLastOfType: number
}

/** Knows where every element stands among its siblings: `:first-child`, `:nth-of-type(2n)` and their like. */
export class Positions {
  readonly #markup: Markup
  #places: readonly Place[] | null = null

  constructor(markup: Markup) {
    this.#markup = markup
  }

  /** The check that a pseudo-class stands for; null for one that is not about places. */
  toCheck(name: string, data: string | null): Check | null {
    const counted = /^(?:(first|last|only)|nth(-last)?)-(child|of-type)$/.exec(name)
    if (counted) return this.#toCounted(name, counted[3] === "of-type", data)
    if (name === "root") return (element) => element.parent === this.#markup.root
    if (name === "empty")
      return ({ children }) => children.every((child) => !isElement(child) && child.trim() === "")
    return null
  }

  #toCounted(name: string, isOfType: boolean, data: string | null): Check | null {
    const front = isOfType ? "nthOfType" : "nth"
    const back = isOfType ? "nthLastOfType" : "nthLast"
    if (name.startsWith("first")) return (element) => this.#placeOf(element)[front] === 1
    if (name.startsWith("last")) return (element) => this.#placeOf(element)[back] === 1
    if (name.startsWith("only"))
      return (element) => {
        const place = this.#placeOf(element)
        return place[front] === 1 && place[back] === 1
      }
    const isCounted = readNth(data ?? "")
    if (isCounted === null) return null
    const from = name.startsWith("nth-last") ? back : front
    return (element) => isCounted(this.#placeOf(element)[from])
  }

  #placeOf({ number }: MarkupElement): Place {
    this.#places ??= countPlaces(this.#markup)
    const place = this.#places[number]
    if (place === undefined) throw new Error("Every element was counted.")
    return place
  }
}

function countPlaces({ root, elements }: Markup): Place[] {
  const places: Place[] = []
  for (const parent of [root, ...elements]) {
    const siblings = parent.children.filter(isElement)
    const totals = new Map<string, number>()
    for (const { name } of siblings) totals.set(name, (totals.get(name) ?? 0) + 1)
    const seen = new Map<string, number>()
    siblings.forEach(({ name, number }, index) => {
      const nthOfType = (seen.get(name) ?? 0) + 1
      seen.set(name, nthOfType)
      places[number] = {
        nth: index + 1,
        nthLast: siblings.length - index,
        nthOfType,
        nthLastOfType: (totals.get(name) ?? 0) - nthOfType + 1,
      }
    })
  }
  return places
}

/** `odd`, `even`, `3`, `2n+1`, `-n+3`; null for anything else. */
function readNth(text: string): ((count: number) => boolean) | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, "")
  if (plain === "odd") return (count) => count % 2 === 1
  if (plain === "even") return (count) => count % 2 === 0
  const found = /^(?:([+-]?\d{0,6})n)?([+-]?\d{1,6})?$/.exec(plain)
  if (!found || plain === "") return null
  const [, every, offset] = found
  const step = every === undefined ? 0 : Number(/\d/.test(every) ? every : `${every}1`)
  const first = Number(offset ?? 0)
  return (count) => {
    const distance = count - first
    return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0
  }
}
