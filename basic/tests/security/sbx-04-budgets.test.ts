import { describe, expect, it } from "vitest"
import { compile } from "../../ir/compile.ts"
import { functions } from "../../keywords/functions.ts"
import { parse } from "../../parser/parse.ts"
import { type LoadedProgram, load } from "../../vm/load.ts"
import { defaultTurnLimits, type Outcome, type TurnLimits } from "../../vm/outcome.ts"
import { turn } from "../../vm/testing/run-source.ts"
import { beginTurn, createState, resume, run } from "../../vm/turn.ts"
import { ListValue, type Value } from "../../vm/value.ts"

const loadText = (source: string): LoadedProgram =>
  load(compile(parse(source).program, undefined, source), "hash")

/** `npm run fuzz` sets it: everything at the real budgets and in full size. Else a sample of them is. */
const isThorough = process.env.FUZZ_TIMES !== undefined

/** A program that does not stop at its budget does not stop at a tenth of it either. */
const tenth: TurnLimits = {
  ...defaultTurnLimits,
  instructions: defaultTurnLimits.instructions / 10,
}

/** The engine lets a turn run so long before others have theirs. Units: ms. */
const sliceMs = 5

/** The processor's time since `before`: the machine may be busy with other tests. Units: ms. */
function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** A conversation of somebody else: it has its turn after every slice of the hostile one. */
class Neighbour {
  turns = 0
  private readonly program = loadText('HEAR x\nn = n + 1\nTALK "You said " + x\nRETURN n')

  takeTurn() {
    const state = createState(this.program)
    beginTurn(state, turn, defaultTurnLimits)
    for (let outcome = run(this.program, state); outcome.kind !== "done"; ) {
      if (outcome.kind === "fault") throw new Error(outcome.fault.message)
      if (outcome.kind === "effect") resume(this.program, state, { kind: "value", value: "hello" })
      outcome = run(this.program, state)
    }
    this.turns++
  }
}

interface Stopped {
  readonly outcome: Outcome
  /** Time the processor spent in the hostile program, in all and in the longest slice. */
  readonly ownMs: number
  readonly longestSliceMs: number
  readonly neighbour: Neighbour
}

/** Runs a hostile program slice by slice, beside a neighbour, until it ends. */
function runBeside(source: string, limits: TurnLimits): Stopped {
  const program = loadText(source)
  const state = createState(program)
  beginTurn(state, turn, limits)
  const neighbour = new Neighbour()
  let ownMs = 0
  let longestSliceMs = 0
  for (;;) {
    const before = process.cpuUsage()
    const begun = performance.now()
    const outcome = run(program, state, () => performance.now() - begun > sliceMs)
    if (outcome.kind === "effect") resume(program, state, { kind: "value", value: null })
    const usedMs = cpuMsSince(before)
    ownMs += usedMs
    longestSliceMs = Math.max(longestSliceMs, usedMs)
    neighbour.takeTurn()
    if (outcome.kind === "done" || outcome.kind === "fault")
      return { outcome, ownMs, longestSliceMs, neighbour }
  }
}

const doubled = 's = "0123456789"\nFOR i = 1 TO 18\ns = s + s\nNEXT'
const aLot = "l = RANGE(1, 200000)"

const hostile: readonly (readonly [string, string])[] = [
  ["an empty loop", "DO\nLOOP"],
  ["a loop of jumps", "again:\nGOTO again"],
  ["a loop that counts", "DO\nx = x + 1\nLOOP"],
  ["a loop that talks", 'DO\nTALK "x"\nLOOP'],
  ["a loop of errors", "ON ERROR RESUME NEXT\nDO\nx = 1 / 0\nLOOP"],
  ["a loop that catches its own errors", "ON ERROR GOTO again\nagain:\nx = 1 / 0\nGOTO again"],
  ["a FOR without an end", "FOR i = 1 TO 1e300 STEP 1e-300\nNEXT"],
  ["loops in loops", "FOR i = 1 TO 100000\nFOR j = 1 TO 100000\nNEXT\nNEXT"],
  ["a procedure that calls itself", "CALL a\nSUB a\nCALL a\nEND SUB"],
  [
    "two procedures that call each other",
    "x = a(1)\nFUNCTION a(n)\nRETURN b(n)\nEND FUNCTION\nFUNCTION b(n)\nRETURN a(n)\nEND FUNCTION",
  ],
  [
    "a recursion that branches",
    "x = f(30)\nFUNCTION f(n)\nIF n < 2 THEN RETURN 1\nRETURN f(n - 1) + f(n - 2)\nEND FUNCTION",
  ],
  ["GOSUBs without a RETURN", "again:\nGOSUB again"],
  ["a list of a thousand million", "l = []\nl[1000000000] = 1"],
  ["a list made at once", "l = RANGE(1, 1000000000)"],
  ["a list that doubles", "l = [1]\nDO\nl = l + l\nLOOP"],
  ["a list that contains itself twice", "l = []\nDO\nl = [l, l]\nt = JSON(l)\nLOOP"],
  ["slugs of a long text", `${doubled}\nDO\nt = SLUGIFY(s)\nLOOP`],
  [
    "a list that grows while it is walked",
    "l = [1]\nFOR EACH x IN l\nl.push(x)\nNEXT\nDO\nl.push(l)\nLOOP",
  ],
  ["an object with ever more keys", 'o = {}\nDO\ni = i + 1\no["k" + i] = i\nLOOP'],
  [
    "keys that differ only in case",
    'o = {}\nFOR i = 1 TO 20000\no["key" + i] = i\nNEXT\nDO\nx = o.KEY19999\nLOOP',
  ],
  ["a text that doubles", 's = "x"\nDO\ns = s + s\nLOOP'],
  ["a text that doubles by a template", 's = "x"\nDO\ns = "${s}${s}"\nLOOP'],
  ["a text that REPLACE multiplies", 's = "xxxxxxxxxx"\nDO\ns = REPLACE(s, "x", s)\nLOOP'],
  ["a text that JOIN multiplies", `${doubled}\nl = [s, s, s, s, s]\nDO\nt = JOIN(l, s)\nLOOP`],
  ["templates in templates", 's = "x"\nDO\ns = "${"${"${s}${s}"}${s}"}"\nLOOP'],
  ["a pattern that backtracks", `${doubled}\nDO\nx = s LIKE "%0%1%2%3%4%5%6%7%8%9%x"\nLOOP`],
  [
    "a pattern of nothing but stars",
    `${doubled}\nDO\nx = s LIKE "****************************************x"\nLOOP`,
  ],
  [
    "searching a long text for ever",
    `${doubled}\nDO\nx = INSTR(s, "90123x") + (s CONTAINS s)\nLOOP`,
  ],
  ["comparing long texts for ever", `${doubled}\nt = s + "x"\nu = s + "y"\nDO\nx = t < u\nLOOP`],
  ["cutting a long text for ever", `${doubled}\nDO\nl = SPLIT(s, "0")\nLOOP`],
  ["changing the case of a long text for ever", `${doubled}\nDO\nt = UCASE(s)\nLOOP`],
  ["hashing a long text for ever", `${doubled}\nDO\nt = MD5(s) + HASH(s) + BASE64(s)\nLOOP`],
  ["sorting for ever", `${aLot}\nDO\nm = SORT(REVERSE(l))\nLOOP`],
  ["finding what is twice for ever", `${aLot}\nDO\nm = UNIQUE(CONCAT(l, l))\nLOOP`],
  ["filtering for ever", `${aLot}\nDO\nm = FILTER(l, "item > 5 AND item < 100000")\nLOOP`],
  ["mapping for ever", `${aLot}\nDO\nm = MAP(l, "item * 2 + 1")\nLOOP`],
  [
    "a condition that nests",
    `c = "item > 1"\nFOR i = 1 TO 14\nc = "(" + c + " OR " + c + ")"\nNEXT\nDO\nm = FILTER(RANGE(1, 5000), c)\nLOOP`,
  ],
  ["writing JSON for ever", `${aLot}\nDO\nt = JSON(l)\nLOOP`],
  ["reading JSON for ever", `${aLot}\nt = JSON(l)\nDO\nm = PARSE_JSON(t)\nLOOP`],
  [
    "JSON that nests",
    's = ""\nFOR i = 1 TO 100000\ns = s + "["\nNEXT\nDO\nON ERROR RESUME NEXT\nx = PARSE_JSON(s)\nLOOP',
  ],
  ["tables for ever", `${aLot}\nt = CSV(MAP(l, "item"))\nDO\nm = PARSE_CSV(t)\nLOOP`],
  ["huge numbers and patterns for them", `${doubled}\nDO\nt = FORMAT(1e300, s)\nLOOP`],
  [
    "a pattern for dates without an end",
    `${doubled}\nDO\nt = FORMAT(NOW(), REPLACE(s, "0", "dddd"))\nLOOP`,
  ],
  ["powers of powers", "x = 10\nDO\nx = x ^ x ^ x\ny = x MOD 0.1\nLOOP"],
  [
    "dates beyond the calendar",
    'DO\nON ERROR RESUME NEXT\nd = DATEADD(NOW(), 1e300, "year")\nLOOP',
  ],
  ["cutting lists into pieces", `${aLot}\nDO\nm = BATCH(l, 1)\nn = FLATTEN(m)\nLOOP`],
  ["taking from the front of a list", `${aLot}\nDO\nx = SHIFT(l)\nx = UNSHIFT(l, 1)\nLOOP`],
  ["splicing the front of a list", `${aLot}\nDO\nl.splice(0, 0)\nx = l.slice(1)\nLOOP`],
]

/** One that only counts, one that fails, and one whose work is in a single function. */
const atFullBudget: ReadonlySet<string> = new Set([
  "an empty loop",
  "a loop of errors",
  "sorting for ever",
])

describe("SBX-04: a program without measure", () => {
  it.each(hostile)(
    "is stopped in less than two seconds, and others have their turns: %s",
    (name, source) => {
      const isFull = isThorough || atFullBudget.has(name)
      const limits = isFull ? defaultTurnLimits : tenth
      const { outcome, ownMs, longestSliceMs, neighbour } = runBeside(source, limits)
      expect(outcome.kind).toBe("fault")
      if (outcome.kind === "fault")
        expect(outcome.fault.code).toMatch(
          /^basic\.(\w+_limit|call_depth|division_by_zero|bad_value|no_result|wrong_type|bad_condition|nested_too_deep)$/,
        )
      expect(ownMs).toBeLessThan(isFull ? 2000 : 1000)
      expect(neighbour.turns).toBeGreaterThan(0)
      expect(longestSliceMs).toBeLessThan(1000)
    },
  )
})

/** Work that grows with the square of a value is as plain at a quarter of its size. */
const size = isThorough ? 1 : 0.25
const mostMs = isThorough ? 1000 : 500
const text = "abc, 123;xyz 0.5\n".repeat(70_000 * size)
const large: Readonly<Record<string, Value>> = {
  t: text,
  d: "1".repeat(1_000_000 * size),
  l: new ListValue(Array.from({ length: 100_000 * size }, (_, index) => index)),
  w: new ListValue(Array.from({ length: 80_000 * size }, (_, index) => `word${index % 1000}`)),
  j: `[${"1,".repeat(100_000 * size)}1]`,
}
const one = ["t", "d", "l", "w", "j"]
const arguments_: readonly (readonly string[])[] = [
  ...one.map((name) => [name]),
  ...one.flatMap((name) => ['"a"', '", "', "5", '"item > 3"', name].map((other) => [name, other])),
  ...one.map((name) => ["5", name]),
  ...one.flatMap((name) => [
    [name, '"a"', '"bb"'],
    [name, "1", "90000"],
    ["NOW()", "1", name],
  ]),
]

describe("SBX-04: one call on the largest values", () => {
  it.each(functions.map(({ name, arity }) => [name, arity] as const))(
    "is over in less than a second, whatever it is given: %s",
    (name, [fewest, most]) => {
      for (const args of arguments_) {
        if (args.length < fewest || args.length > most) continue
        const program = loadText(`x = ${name}(${args.join(", ")})`)
        const state = createState(program, large)
        beginTurn(state, turn, defaultTurnLimits)
        const before = process.cpuUsage()
        expect(run(program, state).kind).toMatch(/done|fault/)
        expect(cpuMsSince(before), args.join(", ")).toBeLessThan(mostMs)
      }
    },
  )
})
