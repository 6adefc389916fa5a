import { collectDeclarations } from "../declarations/collect.ts"
import type { Declarations } from "../declarations/declarations.ts"
import { parse } from "../parser/parse.ts"

const known = new WeakMap<object, Declarations>()

/** What a script declares, read once for each object that is handed in. */
export function declarationsOf(script: { readonly source: string }): Declarations {
  const found = known.get(script) ?? collectDeclarations(parse(script.source).program)
  known.set(script, found)
  return found
}
