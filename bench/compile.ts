/**
 * How fast is a program read and compiled, and what does one edit cost?
 *
 *   npm run bench -- compile            ROUNDS=15 by default
 *   npm run bench -- compile --json
 *   CLOCK=thread npm run bench -- compile   processor time, for busy machines (`machine/clock.ts`)
 *
 * A generated program of 20,000 lines in the mix of real bots (`compile/generate-program.ts`). "first" is the
 * first time in this process, with nothing warmed up; "steady" is the median of the rounds after it. To IR means from
 * text to bundle: read and compile. A key is one edit of a script of 5,000 lines, read by statement (`basic/services`).
 */
import { compile, parse } from "#basic"
import { openSource, type SourceModel } from "#basic/services/source-model.ts"
import { generateProgram } from "./compile/generate-program.ts"
import { clock, clockWords, readClockMs } from "./machine/clock.ts"
import { median } from "./machine/median.ts"
import { showMachine } from "./machine/show-machine.ts"

const lineCount = 20_000
/** A very large script: what an author waits for after each key. */
const editedLineCount = 5_000
const rounds = Math.max(2, Number(process.env.ROUNDS ?? 15))
const targets = { ast: 200_000, ir: 100_000 }

const source = generateProgram(lineCount)
const edited = generateProgram(editedLineCount)
const errors = parse(edited).diagnostics.filter((found) => found.severity === "error")
if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "))

const times = {
  ast: [] as number[],
  ir: [] as number[],
  key: [] as number[],
  rarelyWhole: [] as number[],
}
for (let round = 0; round < rounds; round++) {
  // A text no round has seen, so that nothing kept from the last helps.
  const text = `${source}' ${round}\n`
  const begin = readClockMs()
  const { program } = parse(text)
  const parsed = readClockMs()
  compile(program, undefined, text)
  const compiled = readClockMs()
  measureKeys(`${edited}' ${round}\n`)
  times.ast.push(parsed - begin)
  times.ir.push(compiled - begin)
}

/** Typed into the middle, key after key, as an editor whose quotes close themselves hands it over. */
function measureKeys(text: string) {
  let model = openSource(text)
  let at = text.indexOf("visits = visits + 1", text.length >> 1)
  const type = (typed: string) => {
    const begin = readClockMs()
    model = model.edit([{ span: { start: at, end: at }, text: typed }])
    const list = model.readCount < model.segments.length ? times.key : times.rarelyWhole
    list.push(readClockMs() - begin)
  }
  const write = (line: string) => {
    for (const character of line) {
      type(character === '"' ? '""' : character)
      at++
    }
  }
  write("\n")
  at--
  write('TALK "')
  write("Hello again, you have been here a few times.")
  at++
  write(" ' counted")
  holdTo(model)
}

/** The figure is worth nothing if the tree is another one. */
function holdTo(model: SourceModel) {
  if (JSON.stringify(model.program) !== JSON.stringify(parse(model.source).program))
    throw new Error("An edit by statement gave another tree than reading the whole text.")
}

const linesPerSecond = (ms: number) => Math.round((lineCount / ms) * 1_000)
const figures = (list: readonly number[]) => {
  const [first = Number.NaN, ...rest] = list
  return { firstMs: first, steadyMs: median(rest) }
}
const ast = figures(times.ast)
const ir = figures(times.ir)
const key = { medianMs: median(times.key), slowestMs: Math.max(...times.key) }
const report = {
  clock,
  lines: lineCount,
  chars: source.length,
  ast: { ...ast, linesPerSecond: linesPerSecond(ast.steadyMs), target: targets.ast },
  ir: { ...ir, linesPerSecond: linesPerSecond(ir.steadyMs), target: targets.ir },
  key: {
    lines: editedLineCount,
    keys: times.key.length,
    wholeReads: times.rarelyWhole.length,
    ...key,
  },
  machine: showMachine(),
}

function show(): string {
  const rate = (name: "ast" | "ir") => {
    const { firstMs, steadyMs, linesPerSecond: perSecond, target } = report[name]
    const numbers = `${steadyMs.toFixed(1)} ms (first ${firstMs.toFixed(1)} ms)`
    return `${perSecond.toLocaleString("en")} lines/s, target ${target.toLocaleString("en")}; ${numbers}`
  }
  return [
    `reading and compiling ${lineCount.toLocaleString("en")} lines, ${source.length.toLocaleString("en")} characters (${clockWords[clock]})`,
    `  text to AST: ${rate("ast")}`,
    `  text to IR:  ${rate("ir")}`,
    `  one key:     ${key.medianMs.toFixed(2)} ms in ${editedLineCount.toLocaleString("en")} lines (slowest ${key.slowestMs.toFixed(1)} ms, ${times.key.length} keys; ${times.rarelyWhole.length} read the whole text)`,
    report.machine,
  ].join("\n")
}

console.log(process.argv.includes("--json") ? JSON.stringify(report, null, 2) : show())
