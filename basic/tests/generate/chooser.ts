/**
 * A stream of choices a program is grown from.
 *
 * The generators are plain functions that ask for choices. fast-check supplies them as a list of
 * numbers, so a failing program shrinks by shortening the list and lowering its numbers: where the
 * list is used up every choice is 0, which by convention is the smallest thing there is.
 */
export interface Chooser {
  /** A whole number from 0 to `count - 1`. */
  pick(count: number): number
  /** True about once in `often` times; false when the choices are used up. */
  chance(often: number): boolean
  oneOf<const T extends readonly [unknown, ...unknown[]]>(items: T): T[number]
  /** `least` to `most` items. */
  many<T>(least: number, most: number, make: (index: number) => T): T[]
  /** Runs `make` one level deeper; `depth` says how deep it is. */
  deeper<T>(make: () => T): T
  readonly depth: number
  readonly isExhausted: boolean
}

export function createChooser(choices: readonly number[]): Chooser {
  let at = 0
  let depth = 0
  const pick = (count: number): number => {
    const choice = at < choices.length ? choices[at]! : 0
    at += 1
    return choice % count
  }
  return {
    pick,
    chance: (often) => pick(often) === often - 1,
    oneOf: (items) => items[pick(items.length)]!,
    many: (least, most, make) =>
      Array.from({ length: least + pick(most - least + 1) }, (_, index) => make(index)),
    deeper(make) {
      depth += 1
      const made = make()
      depth -= 1
      return made
    },
    get depth() {
      return depth
    },
    get isExhausted() {
      return at >= choices.length
    },
  }
}

/** Makes `length` choices from a seed, for runs without fast-check. Same seed, same choices. */
export function choicesFrom(seed: number, length: number): number[] {
  let state = seed >>> 0
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 16
  })
}
