import { wordsOf } from "../diagnostics/report.ts"
import type { OperandValue } from "../vm/outcome.ts"
import type { Value } from "../vm/value.ts"
import { platformPaths } from "./platform-paths.ts"
import { fillOperand, readTemplate, type Template } from "./read-template.ts"

interface Asked {
  readonly keyword: string
  readonly operands: Readonly<Record<string, OperandValue>>
}

/** What a call of a platform path comes to. */
export type PlatformCall =
  /** It is no call of a path, or it is the command it means. */
  | { readonly kind: "effect"; readonly effect: Asked }
  | { readonly kind: "failed"; readonly code: "basic.platform_path"; readonly message: string }

const templates = new Map<string, readonly Template[]>()

/**
 * Turns the effect CALL "/area/verb" into that of the command it means; other effects stay as they are.
 * A path that is not known, or whose command is not there, fails with its name.
 */
export function resolvePlatformCall(effect: Asked): PlatformCall {
  const { path, args } = effect.operands
  if (effect.keyword !== "CALL" || typeof path !== "string" || !path.startsWith("/"))
    return { kind: "effect", effect }
  const given: readonly Value[] = isList(args) ? args : []
  const template = listTemplates(path).find(({ argumentCount }) => argumentCount <= given.length)
  if (template === undefined) {
    const code = "basic.platform_path"
    return { kind: "failed", code, message: wordsOf(code, { path: path.slice(0, 200) }).message }
  }
  const operands = Object.fromEntries(
    Object.entries(template.operands).map(([name, operand]) => [name, fillOperand(operand, given)]),
  )
  return { kind: "effect", effect: { keyword: template.keyword, operands } }
}

const isList = (operand: OperandValue | undefined): operand is readonly Value[] =>
  Array.isArray(operand)

/** Those of a path that can be used, the one with most operands first. */
function listTemplates(path: string): readonly Template[] {
  const wanted = path.replace(/\/+$/, "").toLowerCase()
  const known = templates.get(wanted)
  if (known !== undefined) return known
  const name = Object.keys(platformPaths).find((each) => each.toLowerCase() === wanted)
  if (name === undefined) return []
  const read = (platformPaths[name] ?? [])
    .map(readTemplate)
    .filter((template): template is Template => template !== null)
    .sort((a, b) => b.argumentCount - a.argumentCount)
  templates.set(wanted, read)
  return read
}
