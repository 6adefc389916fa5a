import { toText } from "#basic"
import { wordsOf } from "#basic/diagnostics/report.ts"
import type { CommandKeyword, Param, ParamKind } from "#basic/keywords/define.ts"
import type { ServerCommand } from "#basic/keywords/index.ts"
import type { OperandValue } from "#basic/vm/outcome.ts"
import { ListValue, MapValue, type Value } from "#basic/vm/value.ts"
import { EffectFailed, type Step, type Suspension } from "./step.ts"

/** What each kind of operand is by the time a handler sees it. */
interface ArgumentKinds {
  any: Value
  text: string
  number: number
  boolean: boolean
  date: Value
  list: ListValue
  map: MapValue
  expressions: readonly Value[]
  fields: MapValue
  word: string
  named: readonly Value[]
  table: Value
  column: string
  filter: Value
  condition: Value
  order: string
}
/** The operands of a command, checked by its definition; `undefined` for one that was not written. */
export type ArgsOf<K extends ServerCommand> = {
  readonly [P in keyof K["params"]]: K["params"][P] extends { readonly kind: infer Kind }
    ? Kind extends keyof ArgumentKinds
      ? ArgumentKinds[Kind] | undefined
      : never
    : never
}

type Operands = Readonly<Record<string, OperandValue>>
type Handled = Value | undefined | Suspension

/** Performs one command. `undefined` is the value of a command that has none. */
export type Handler = (operands: Operands, step: Step) => Handled | Promise<Handled>

/** One handler for each server command: a definition without its handler does not compile. */
export type HandlerTable = { readonly [K in ServerCommand as K["name"]]: Handler }

/** The handlers of one family of commands: every server command of the list needs one. */
export type HandlersOf<List extends readonly CommandKeyword[]> = {
  readonly [K in Extract<List[number], { readonly runsOn: "server" }> as K["name"]]: Handler
}

/** Finds a handler by the name the VM yields. */
export type Handlers = ReadonlyMap<string, Handler>

/** Ties a handler to its definition: operands are checked and typed by it before `perform` sees them. */
export function handlerFor<K extends ServerCommand>(
  definition: K,
  perform: (args: ArgsOf<K>, step: Step) => Handled | Promise<Handled>,
): Handler {
  const params = Object.entries(definition.params as Readonly<Record<string, Param>>)
  return (operands, step) => {
    const args = params.map(([name, param]) => [name, readOperand(name, param, operands[name])])
    return perform(typedArgs<K>(args), step) as Handled | Promise<Handled>
  }
}

/** Each operand was just read by the kind its definition declares. */
function typedArgs<K extends ServerCommand>(entries: unknown[][]): ArgsOf<K> {
  return Object.fromEntries(entries as [string, unknown][]) as ArgsOf<K>
}

function readOperand(name: string, param: Param, operand: OperandValue | undefined) {
  if (operand === undefined) return undefined
  if (param.kind === "expressions" || param.kind === "named")
    return isValueList(operand) ? operand : [operand]
  // Only those arrive as an array.
  const value = operand as Value
  return readers[param.kind](name, value, param)
}

type Reader = (name: string, value: Value, param: Param) => Value
const readers: Record<Exclude<ParamKind, "expressions" | "named">, Reader> = {
  any: (_name, value) => value,
  text: (_name, value) => toText(value),
  word: (_name, value) => toText(value),
  table: (_name, value) => value,
  column: (_name, value) => toText(value),
  filter: (_name, value) => value,
  condition: (_name, value) => value,
  order: (_name, value) => toText(value),
  number: readNumber,
  boolean: (_name, value) => isTruthy(value),
  date: (_name, value) => value,
  list: (name, value) => (value instanceof ListValue ? value : refuse(name, "a list", value)),
  map: (name, value) => (value instanceof MapValue ? value : refuse(name, "an object", value)),
  fields: (name, value) => (value instanceof MapValue ? value : refuse(name, "fields", value)),
}

/** Numeric text counts as a number, as everywhere in the language. */
function readNumber(name: string, value: Value, { min, max }: Param): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value
  if (typeof number !== "number" || Number.isNaN(number)) return refuse(name, "a number", value)
  if (number < (min ?? -Infinity) || number > (max ?? Infinity))
    throw languageError("basic.out_of_range", {
      name,
      found: number,
      least: min ?? null,
      most: max ?? null,
    })
  return number
}

function refuse(name: string, expected: string, value: Value): never {
  throw languageError("basic.wrong_type", { name, expected, found: toText(value) })
}

function languageError(
  code: `basic.${string}`,
  facts: Readonly<Record<string, string | number | null>>,
): EffectFailed {
  return new EffectFailed(code, wordsOf(code, facts).message)
}

function isValueList(operand: OperandValue): operand is readonly Value[] {
  return Array.isArray(operand)
}

function isTruthy(value: Value): boolean {
  if (value instanceof ListValue) return value.items.length > 0
  if (value instanceof MapValue) return value.entries.size > 0
  return value !== null && value !== false && value !== "" && value !== 0
}
