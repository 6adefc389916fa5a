import { checkSource } from "../analyzer/check-source.ts"
import { listStatements } from "../ast/walk.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Bundle } from "../ir/bundle.ts"
import { compile } from "../ir/compile.ts"
import { pretendUnknown } from "../pretend/pretend-unknown.ts"
import { createLineMap } from "../source/line-map.ts"
import { instrument } from "./instrument.ts"
import { isMark } from "./marks.ts"
import type { OutletPlace } from "./outlets.ts"

/** A script that tests may use. `name` is the same for the same script, however a test names it. */
export interface ScriptSource {
  readonly name: string
  readonly source: string
}

/** A step that does something when the program runs; labels and declarations do not. */
export interface StepPlace {
  /** The path of ordinals, "3.yes.0": the id it has without a layout. */
  readonly id: string
  readonly line: number
}

/** A script compiled so that a run shows which ways it took. */
export interface PreparedScript extends ScriptSource {
  readonly kind: "ready"
  readonly bundle: Bundle
  /** By place in the bundle's step table: the id, where a step or a mark begins; else null. */
  readonly beginnings: readonly (string | null)[]
  readonly steps: readonly StepPlace[]
  readonly outlets: readonly (OutletPlace & { readonly line: number })[]
}
export interface BrokenScript extends ScriptSource {
  readonly kind: "broken"
  readonly errors: readonly Diagnostic[]
  /** Of the first error, 1-based. */
  readonly line: number
}

const prepared = new WeakMap<ScriptSource, PreparedScript | BrokenScript>()

/** Checks and compiles a script, once for each object that is handed in. */
export function prepareScript(script: ScriptSource): PreparedScript | BrokenScript {
  const known = prepared.get(script) ?? prepare(script)
  prepared.set(script, known)
  return known
}

function prepare({ name, source }: ScriptSource): PreparedScript | BrokenScript {
  const { program, diagnostics } = checkSource(source)
  const map = createLineMap(source)
  const errors = diagnostics.filter(({ severity }) => severity === "error")
  const [first] = errors
  if (first !== undefined) {
    const { line } = map.positionAt(first.span.start)
    return { kind: "broken", name, source, errors, line }
  }
  const { program: marked, idOf, outlets } = instrument(pretendUnknown(program), source)
  const bundle = compile(marked, idOf, source)
  const { beginnings, ids } = findBeginnings(bundle)
  const steps = listStatements(program)
    .filter(({ path }) => ids.has(path))
    .map(({ statement, path }) => ({
      id: path,
      line: map.positionAt(statement.span.start).line,
    }))
  return {
    kind: "ready",
    name,
    source,
    bundle,
    beginnings,
    steps,
    outlets: outlets.map((outlet) => ({ ...outlet, line: map.positionAt(outlet.at).line })),
  }
}

/** A step stands several times in the table when it goes on behind its bodies; the first time it begins. */
function findBeginnings({ debug }: Bundle) {
  const ids = new Set<string>()
  const beginnings = debug.steps.map((id) => {
    if (id === "" || ids.has(id)) return null
    ids.add(id)
    return id
  })
  return { beginnings, ids: new Set([...ids].filter((id) => !isMark(id))) }
}
