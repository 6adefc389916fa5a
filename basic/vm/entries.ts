import type { Bundle } from "../ir/bundle.ts"
import { normalizeName } from "../ir/names.ts"
import { normalizeScriptName, ScriptNames } from "../ir/script-names.ts"

/** Where a run may begin. All left out: at the entry. */
export interface EntryPoint {
  /** Name of the script; the entry when left out. */
  readonly script?: string
  /** A procedure of the script, such as "on:0"; its main flow when left out. */
  readonly procedure?: string
}

/** Finds the function to begin with; null when the bundle has no such script or procedure. */
export function findEntry(bundle: Bundle, { script, procedure }: EntryPoint): number | null {
  const main = script === undefined ? 0 : findScript(bundle, script)
  if (main === null || procedure === undefined) return main
  const wanted = normalizeName(procedure)
  for (let index = main + 1; index < bundle.functions.length; index++) {
    const info = bundle.functions[index]
    if (info === undefined || info.script !== undefined) break
    if (normalizeName(info.name) === wanted) return index
  }
  return null
}

/** The only script of a bundle has no name of its own there; it goes by "start". */
function findScript({ functions }: Bundle, name: string): number | null {
  const mains = functions.flatMap(({ script }, index) =>
    script === undefined ? [] : [{ name: script.name, index }],
  )
  if (mains.length === 0) return normalizeScriptName(name) === "start" ? 0 : null
  const place = new ScriptNames(mains.map((main) => main.name)).find(name)
  return place === null ? null : (mains[place]?.index ?? null)
}

/** The main flow of the script that a function belongs to: its index. */
export function findMain({ functions }: Bundle, index: number): number {
  let at = index
  while (at > 0 && functions[at]?.script === undefined) at--
  return at
}

/** The variables of the script that a function belongs to, among those of the bundle. */
export function ownVariables(bundle: Bundle, index: number): { first: number; count: number } {
  const { script } = bundle.functions[findMain(bundle, index)] ?? {}
  return script ?? { first: 0, count: bundle.variables.length }
}
