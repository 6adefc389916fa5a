import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { printProgram } from "../../printer/print.ts"
import { choicesFrom } from "../generate/chooser.ts"
import { growLegalProgram, growProgram } from "../generate/programs.ts"
import type { Mutator } from "../mutate.ts"

const samples = globSync("../*/*/input.bas", { cwd: import.meta.dirname })
  .sort()
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))

/** A program, a damaged one, or pieces of the language in any order. */
export function anyText(mutator: Mutator): string {
  const kind = mutator.below(6)
  if (kind === 0) return mutator.randomText(60)
  if (kind === 1) return printProgram(growProgram(choices(mutator)))
  return mutator.damage(samples)
}

/** A program without errors by construction. */
export const legalText = (mutator: Mutator): string =>
  printProgram(growLegalProgram(choices(mutator)))

const choices = (mutator: Mutator): number[] =>
  choicesFrom(mutator.below(2 ** 31), 20 + mutator.below(160))

/** Changes one thing in a value of JSON: a number, a type, a key, an element. */
export function mutateJson(json: unknown, mutator: Mutator): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(json))
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = []
  const collect = (value: unknown) => {
    if (typeof value !== "object" || value === null) return
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Record<string, unknown>, key })
      collect((value as Record<string, unknown>)[key])
    }
  }
  collect(copy)
  for (let count = mutator.below(3); count >= 0; count--) {
    const place = places[mutator.below(Math.max(1, places.length))]
    if (place === undefined) return strange[mutator.below(strange.length)]
    const { holder, key } = place
    const action = mutator.below(5)
    if (action === 0) delete holder[key]
    else if (action === 1 && typeof holder[key] === "number")
      holder[key] = (holder[key] as number) + mutator.below(5) - 2
    else if (action === 2) holder[`x${key}`] = holder[key]
    else holder[key] = strange[mutator.below(strange.length)]
  }
  return copy
}

const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  4_294_967_295,
  "",
  "x",
  "__proto__",
  [],
  [0],
  [[]],
  {},
  { l: 0 },
  { m: 1e9 },
]

const filterPieces = [
  ..."name|amount|status|=|<>|!=|<|>=|LIKE|'%a%'|'it''s'|\"x\"|10|-1.5|AND|OR|NOT|(|)|IN|BETWEEN|IS NULL|ORDER BY|LIMIT|OFFSET|,|;|--|/*|*/|\\|'|\"|DROP TABLE t|UNION SELECT|é|\u0000|${x}|==|&&|&|null|true".split(
    "|",
  ),
]
/** Pieces of filters, some of them hostile. */
export const anyFilter = (mutator: Mutator): string => pieces(mutator, filterPieces, 16, " ")

const cronPieces =
  "*|0|5|59|60|1-5|5-1|*/15|*/0|mon|sun|?|L|W|#|,|-|/|every|day|at|9am|25:00|hour|minutes|2|weeks|monday|a cada|todo dia|às|e|@daily|first|january|1e9|-1".split(
    "|",
  )
export const anyWhen = (mutator: Mutator): string =>
  pieces(mutator, cronPieces, 8, mutator.below(4) === 0 ? "" : " ")

function pieces(
  mutator: Mutator,
  from: readonly string[],
  most: number,
  separator: string,
): string {
  return Array.from(
    { length: 1 + mutator.below(most) },
    () => from[mutator.below(from.length)],
  ).join(separator)
}
