/**
 * How fast is a program read and compiled, and what does one edit cost?
 *
 *   npm run bench -- compile            ROUNDS=15 by default
 *   npm run bench -- compile --json
 *   CLOCK=thread npm run bench -- compile   processor time, for busy machines (`machine/clock.ts`)
 *
 * A generated program of 20,000 lines in the mix of real bots (`compile/generate-program.ts`). "first" is the
 * first time in this process, with nothing warmed up; "steady" is the median of the rounds after it. To IR means from
 * text to bundle: read and compile.
 */
import { compile, parse } from "#basic"
import { generateProgram } from "./compile/generate-program.ts"
import { clock, clockWords, readClockMs } from "./machine/clock.ts"
import { median } from "./machine/median.ts"
import { showMachine } from "./machine/show-machine.ts"

const lineCount = 20_000
/** A large bot of the usual kind: what an author waits for after each key. */
const usualLineCount = 500
const rounds = Math.max(2, Number(process.env.ROUNDS ?? 15))
const targets = { ast: 200_000, ir: 100_000 }

const source = generateProgram(lineCount)
const usual = generateProgram(usualLineCount)
const errors = parse(usual).diagnostics.filter((found) => found.severity === "error")
if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "))

const times = {
  ast: [] as number[],
  ir: [] as number[],
  edit: [] as number[],
  usualEdit: [] as number[],
}
for (let round = 0; round < rounds; round++) {
  // A text no round has seen, so that nothing kept from the last helps.
  const text = `${source}' ${round}\n`
  const begin = readClockMs()
  const { program } = parse(text)
  const parsed = readClockMs()
  compile(program, undefined, text)
  const compiled = readClockMs()
  times.edit.push(measureEdit(text))
  times.usualEdit.push(measureEdit(`${usual}' ${round}\n`))
  times.ast.push(parsed - begin)
  times.ir.push(compiled - begin)
}

/** One line put into the middle. Today the whole text is read again. */
function measureEdit(text: string): number {
  const middle = text.indexOf("\n", text.length >> 1) + 1
  const edited = `${text.slice(0, middle)}TALK "x"\n${text.slice(middle)}`
  const begin = readClockMs()
  parse(edited)
  return readClockMs() - begin
}

const linesPerSecond = (ms: number) => Math.round((lineCount / ms) * 1_000)
const figures = (list: readonly number[]) => {
  const [first = Number.NaN, ...rest] = list
  return { firstMs: first, steadyMs: median(rest) }
}
const ast = figures(times.ast)
const ir = figures(times.ir)
const edit = figures(times.edit)
const usualEdit = figures(times.usualEdit)
const report = {
  clock,
  lines: lineCount,
  chars: source.length,
  ast: { ...ast, linesPerSecond: linesPerSecond(ast.steadyMs), target: targets.ast },
  ir: { ...ir, linesPerSecond: linesPerSecond(ir.steadyMs), target: targets.ir },
  edit,
  usualEdit: { lines: usualLineCount, ...usualEdit },
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
    `  one edit:    ${edit.steadyMs.toFixed(1)} ms; ${usualEdit.steadyMs.toFixed(1)} ms in ${usualLineCount} lines (the whole text is read again)`,
    report.machine,
  ].join("\n")
}

console.log(process.argv.includes("--json") ? JSON.stringify(report, null, 2) : show())
