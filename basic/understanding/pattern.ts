/**
 * Patterns of entities: a small part of regular expressions, run in time that grows with the text alone.
 *
 * A pattern is read into a list of instructions, and all ways through it are followed side by side, letter by
 * letter (Thompson 1968, Pike's order of preference). Nothing is ever tried twice at the same letter, so no
 * pattern can be slow, whatever it says.
 *
 * It knows: letters and figures as they are, `.`, `\d \w \s \D \W \S`, `[a-z0-9_]`, `[^...]`, groups `( )`,
 * `|`, `* + ?`, `{2}`, `{2,4}`, `{2,}` and `^ $`. A letter fits whatever its case.
 */

type Fits = (letter: string) => boolean
type Node =
  | { readonly kind: "letter"; readonly fits: Fits }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "all"; readonly parts: readonly Node[] }
  | { readonly kind: "any"; readonly ways: readonly Node[] }
  | { readonly kind: "repeat"; readonly part: Node; readonly least: number; readonly most: number }

type Instruction =
  | { readonly op: "letter"; readonly fits: Fits }
  | { readonly op: "start" | "end" | "done" }
  /** Goes on at the first, or else at the second. */
  | { readonly op: "fork"; first: number; second: number }

export const maxPatternChars = 200
const maxInstructions = 2_000
const maxRepeat = 100

/** Why a pattern cannot be read. */
export class PatternProblem extends Error {
  override readonly name = "PatternProblem"
}

export interface Pattern {
  /** The first place in a text that fits, as far as it reaches. */
  find(text: string): { readonly start: number; readonly end: number } | null
}

/** Throws PatternProblem with a sentence that says what it cannot read. */
export const readPattern = (source: string): Pattern => {
  if (source.length === 0 || source.length > maxPatternChars)
    throw new PatternProblem(`A pattern has 1 to ${maxPatternChars} characters.`)
  const code: Instruction[] = []
  emit(new PatternReader(source).read(), code)
  code.push({ op: "done" })
  return { find: (text) => find(code, text) }
}

const classes: Readonly<Record<string, Fits>> = {
  d: (letter) => /\p{Nd}/u.test(letter),
  w: (letter) => /[\p{L}\p{M}\p{N}_]/u.test(letter),
  s: (letter) => /\s/u.test(letter),
}

const classOf = (letter: string): Fits | null => {
  const fits = classes[letter.toLowerCase()]
  if (fits === undefined) return null
  return letter === letter.toLowerCase() ? fits : (each) => !fits(each)
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" }

class PatternReader {
  private readonly letters: readonly string[]
  private at = 0
  private depth = 0

  constructor(source: string) {
    this.letters = [...source]
  }

  read(): Node {
    const node = this.readWays()
    if (this.at < this.letters.length) throw new PatternProblem("There is a ) without its (.")
    return node
  }

  private readWays(): Node {
    const ways = [this.readAll()]
    while (this.take("|")) ways.push(this.readAll())
    return ways.length === 1 ? (ways[0] as Node) : { kind: "any", ways }
  }

  private readAll(): Node {
    const parts: Node[] = []
    while (this.at < this.letters.length && this.peek() !== "|" && this.peek() !== ")")
      parts.push(this.readRepeat())
    return { kind: "all", parts }
  }

  private readRepeat(): Node {
    let part = this.readOne()
    for (;;) {
      if (this.take("*")) part = { kind: "repeat", part, least: 0, most: Number.POSITIVE_INFINITY }
      else if (this.take("+"))
        part = { kind: "repeat", part, least: 1, most: Number.POSITIVE_INFINITY }
      else if (this.take("?")) part = { kind: "repeat", part, least: 0, most: 1 }
      else if (this.peek() === "{") part = { kind: "repeat", part, ...this.readCounts() }
      else return part
    }
  }

  private readCounts(): { least: number; most: number } {
    const rest = this.letters.slice(this.at).join("")
    const found = /^\{(\d{1,3})(,?)(\d{0,3})\}/.exec(rest)
    if (!found) throw new PatternProblem("After { stands how often, such as {2} or {2,4}.")
    this.at += found[0].length
    const least = Number(found[1])
    const most =
      found[2] === "" ? least : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3])
    if (
      least > maxRepeat ||
      (most !== Number.POSITIVE_INFINITY && most > maxRepeat) ||
      most < least
    )
      throw new PatternProblem(
        `A part is repeated at most ${maxRepeat} times, the smaller number first.`,
      )
    return { least, most }
  }

  private readOne(): Node {
    const letter = this.letters[this.at++] as string
    if (letter === "(") return this.readGroup()
    if (letter === "[") return { kind: "letter", fits: this.readSet() }
    if (letter === ".") return { kind: "letter", fits: (each) => each !== "\n" }
    if (letter === "^") return { kind: "start" }
    if (letter === "$") return { kind: "end" }
    if (letter === "\\") return { kind: "letter", fits: this.readEscape() }
    if ("*+?{".includes(letter)) throw new PatternProblem(`Nothing stands before ${letter}.`)
    return { kind: "letter", fits: same(letter) }
  }

  private readGroup(): Node {
    if (this.take("?") && !this.take(":"))
      throw new PatternProblem("Groups that look ahead or back, or have names, are not known.")
    if (++this.depth > 20) throw new PatternProblem("Groups stand too deep in each other.")
    const node = this.readWays()
    if (!this.take(")")) throw new PatternProblem("There is a ( without its ).")
    this.depth--
    return node
  }

  private readEscape(): Fits {
    const letter = this.letters[this.at++]
    if (letter === undefined) throw new PatternProblem("Nothing stands behind the last \\.")
    const fits = classOf(letter)
    if (fits !== null) return fits
    if (escapes[letter] !== undefined) return same(escapes[letter])
    if (/[\p{L}\p{N}]/u.test(letter)) throw new PatternProblem(`\\${letter} is not known.`)
    return same(letter)
  }

  private readSet(): Fits {
    const isNot = this.take("^")
    const fits: Fits[] = []
    while (!this.take("]")) {
      const letter = this.letters[this.at++]
      if (letter === undefined) throw new PatternProblem("There is a [ without its ].")
      if (letter === "\\") fits.push(this.readEscape())
      else if (this.peek() === "-" && (this.letters[this.at + 1] ?? "]") !== "]") {
        const last = this.letters[this.at + 1] as string
        this.at += 2
        if (last < letter)
          throw new PatternProblem(`In ${letter}-${last} the smaller stands first.`)
        fits.push(between(letter, last))
      } else fits.push(same(letter))
    }
    if (fits.length === 0) throw new PatternProblem("Nothing stands between [ and ].")
    return (letter) => fits.some((each) => each(letter)) !== isNot
  }

  private peek(): string | undefined {
    return this.letters[this.at]
  }
  private take(letter: string): boolean {
    if (this.letters[this.at] !== letter) return false
    this.at++
    return true
  }
}

const same = (wanted: string): Fits => {
  const lower = wanted.toLowerCase()
  return (letter) => letter === wanted || letter.toLowerCase() === lower
}
const between =
  (first: string, last: string): Fits =>
  (letter) =>
    [letter, letter.toLowerCase(), letter.toUpperCase()].some(
      (each) => each >= first && each <= last,
    )

const emit = (node: Node, code: Instruction[]) => {
  if (code.length > maxInstructions) throw new PatternProblem("The pattern repeats too much.")
  switch (node.kind) {
    case "letter":
      code.push({ op: "letter", fits: node.fits })
      return
    case "start":
    case "end":
      code.push({ op: node.kind })
      return
    case "all":
      for (const part of node.parts) emit(part, code)
      return
    case "any":
      return emitWays(node.ways, code)
    case "repeat":
      return emitRepeat(node, code)
  }
}

const emitWays = (ways: readonly Node[], code: Instruction[]): void => {
  const ends: { op: "fork"; first: number; second: number }[] = []
  ways.forEach((way, at) => {
    const isLast = at === ways.length - 1
    const fork = { op: "fork" as const, first: code.length + 1, second: 0 }
    if (!isLast) code.push(fork)
    emit(way, code)
    if (isLast) return
    const jump = { op: "fork" as const, first: 0, second: 0 }
    code.push(jump)
    ends.push(jump)
    fork.second = code.length
  })
  for (const jump of ends) jump.first = jump.second = code.length
}

const emitRepeat = (
  { part, least, most }: Extract<Node, { kind: "repeat" }>,
  code: Instruction[],
): void => {
  for (let count = 0; count < least; count++) {
    const before = code.length
    emit(part, code)
    // Nothing, however often, is nothing.
    if (code.length === before) break
  }
  if (most === Number.POSITIVE_INFINITY) {
    const fork = { op: "fork" as const, first: code.length + 1, second: 0 }
    const at = code.push(fork) - 1
    emit(part, code)
    code.push({ op: "fork", first: at, second: at })
    fork.second = code.length
    return
  }
  const forks: { op: "fork"; first: number; second: number }[] = []
  for (let count = least; count < most; count++) {
    const fork = { op: "fork" as const, first: code.length + 1, second: 0 }
    code.push(fork)
    forks.push(fork)
    emit(part, code)
  }
  for (const fork of forks) fork.second = code.length
}

interface Way {
  readonly at: number
  readonly start: number
}

const find = (code: readonly Instruction[], text: string) => {
  let found: { start: number; end: number } | null = null
  let ways: Way[] = []
  let offset = 0
  for (const letter of [...text, null]) {
    const seen = new Set<number>()
    const here: Way[] = []
    const follow = (at: number, start: number) => {
      const stack = [at]
      while (stack.length > 0) {
        const place = stack.pop() as number
        if (seen.has(place)) continue
        seen.add(place)
        const step = code[place] as Instruction
        if (step.op === "fork") stack.push(step.second, step.first)
        else if (step.op === "start") offset === 0 && stack.push(place + 1)
        else if (step.op === "end") letter === null && stack.push(place + 1)
        else here.push({ at: place, start })
      }
    }
    for (const { at, start } of ways) follow(at, start)
    if (found === null) follow(0, offset)
    ways = []
    for (const { at, start } of here) {
      const step = code[at] as Instruction
      if (step.op === "done") {
        found = { start, end: offset }
        // What comes after is wanted less.
        break
      }
      if (step.op === "letter" && letter !== null && step.fits(letter))
        ways.push({ at: at + 1, start })
    }
    if (letter === null || (found !== null && ways.length === 0)) break
    offset += letter.length
  }
  return found
}
