import { listScriptUses } from "../analyzer/check-scripts.ts"
import { checkSource } from "../analyzer/check-source.ts"
import type { Program } from "../ast/nodes.ts"
import { listStatements } from "../ast/walk.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Layout } from "../graph/model.ts"
import type { Bundle } from "../ir/bundle.ts"
import { link } from "../ir/link.ts"
import { normalizeScriptName, ScriptNames } from "../ir/script-names.ts"
import { pretendUnknown } from "../pretend/pretend-unknown.ts"
import { createLineMap } from "../source/line-map.ts"
import { readVariants } from "../translations/variants.ts"
import { instrument } from "./instrument.ts"
import { isMark } from "./marks.ts"
import type { OutletPlace } from "./outlets.ts"

/** A script that tests may use. `name` is the same for the same script, however a test names it. */
export interface ScriptSource {
  readonly name: string
  readonly source: string
  /** With its texts in other languages. */
  readonly layout?: Layout
  /** The scripts it may call; only asked when it calls any. It is not among them. */
  readonly listOthers?: () => readonly CallableScript[]
}
export interface CallableScript extends ScriptSource {
  /** As calls name it: "tools/add". */
  readonly callName: string
}

/** A step that does something when the program runs; labels and declarations do not. */
export interface StepPlace {
  /** The path of ordinals, "3.yes.0": the id it has without a layout. */
  readonly id: string
  readonly line: number
}

/** One script of the program that is tested. */
export interface ScriptPart {
  readonly name: string
  /** Stands before its step ids in the bundle: "" for the script that the test uses. */
  readonly prefix: string
  readonly steps: readonly StepPlace[]
  readonly outlets: readonly (OutletPlace & { readonly line: number })[]
}

/** A script compiled so that a run shows which ways it took, with the scripts it calls. */
export interface PreparedScript extends ScriptSource, ScriptPart {
  readonly kind: "ready"
  readonly bundle: Bundle
  /** By place in the bundle's step table: the id, where a step or a mark begins; else null. */
  readonly beginnings: readonly (string | null)[]
  /** The script itself, then those it calls. */
  readonly parts: readonly ScriptPart[]
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

function prepare(script: ScriptSource): PreparedScript | BrokenScript {
  const { name, source } = script
  const { program, diagnostics } = checkSource(source)
  const errors = diagnostics.filter(({ severity }) => severity === "error")
  const [first] = errors
  if (first !== undefined) {
    const { line } = createLineMap(source).positionAt(first.span.start)
    return { kind: "broken", name, source, errors, line }
  }
  const callName = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1)
  const own = readPart({ ...script, callName }, program, "")
  const others = listCalled(script, program).map((other) =>
    readPart(other, checkSource(other.source).program, `${normalizeScriptName(other.callName)}#`),
  )
  const bundle = link([own, ...others].map(({ linked }) => linked))
  const { beginnings, ids } = findBeginnings(bundle)
  const parts = [own, ...others].map(({ part }) => ({
    ...part,
    steps: part.steps.filter(({ id }) => ids.has(part.prefix + id)),
  }))
  return { kind: "ready", source, bundle, beginnings, parts, ...(parts[0] as ScriptPart) }
}

/** A script as it is linked, and what can be taken of it; the steps are those of the text, with code or without. */
function readPart(script: CallableScript, program: Program, prefix: string) {
  const { name, source, callName, layout } = script
  const map = createLineMap(source)
  const { program: marked, idOf, outlets } = instrument(pretendUnknown(program), source)
  const part: ScriptPart = {
    name,
    prefix,
    steps: listStatements(program).map(({ statement, path }) => ({
      id: path,
      line: map.positionAt(statement.span.start).line,
    })),
    outlets: outlets.map((outlet) => ({ ...outlet, line: map.positionAt(outlet.at).line })),
  }
  const variants = layout && readVariants(program, layout, source)
  const linked = { name: callName, program: marked, stepIds: idOf, source }
  return { part, linked: { ...linked, ...(variants && { variants }) } }
}

/** The scripts that may be reached from this one; all of them where a call computes its target. */
function listCalled(script: ScriptSource, program: Program): CallableScript[] {
  const uses = listScriptUses(program)
  if (uses.names.length === 0 && !uses.hasComputed) return []
  const all = script.listOthers?.() ?? []
  const names = new ScriptNames(all.map(({ callName }) => callName))
  const called = new Set<CallableScript>()
  const pending = [uses]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.hasComputed) return [...all]
    for (const name of next.names) {
      const place = names.find(name)
      const found = place === null ? undefined : all[place]
      if (found === undefined || called.has(found)) continue
      called.add(found)
      pending.push(listScriptUses(checkSource(found.source).program))
    }
  }
  return all.filter((other) => called.has(other))
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
