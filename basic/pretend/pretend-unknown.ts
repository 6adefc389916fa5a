import type { Program } from "../ast/nodes.ts"
import { isDeclaration } from "../keywords/declarations.ts"
import { nowhere } from "../source/span.ts"

/** The name under which the preview gets what no definition knows. */
export const unknownKeyword = "UNKNOWN"

interface AnyNode {
  readonly kind: string
  readonly words?: unknown
  readonly text?: unknown
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && "kind" in value

const operandsOf = ({ words, text }: AnyNode) => ({
  words: { kind: "TextLiteral", value: String(words), isMultiline: false, span: nowhere },
  text: { kind: "TextLiteral", value: String(text), isMultiline: false, span: nowhere },
})

const replace = (node: AnyNode): unknown => {
  const { words: _words, text: _text, ...rest } = node
  const command = { ...rest, keyword: unknownKeyword, operands: operandsOf(node) }
  return node.kind === "UnknownStatement"
    ? { ...command, kind: "CommandStatement", failGoto: null }
    : { ...command, kind: "CommandExpression" }
}

/** Copies only what has an unknown command inside; the parser bounds how deep trees are. */
const rewrite = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(rewrite)
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (isNode(value) && /^Unknown(?:Statement|CommandExpression)$/.test(value.kind)) {
    return isDeclaration(String(value.words)) ? value : replace(value)
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, rewrite(inner)] as const)
  const isSame = entries.every(([key, inner]) => inner === (value as Record<string, unknown>)[key])
  return isSame ? value : Object.fromEntries(entries)
}

/**
 * Makes a program whose unknown commands are pretended, each giving null, instead of stopping it: so a
 * script can be tried before all of its keywords exist. Steps keep their places.
 */
export const pretendUnknown = (program: Program): Program =>
  // Every node is replaced by one that may stand in its place.
  rewrite(program) as Program
