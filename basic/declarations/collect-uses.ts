import type { Expression, Operands, Statement } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"
import type { DeclarationsDraft } from "./collect.ts"
import { nameIn } from "./constant-json.ts"

/** Names of what a statement or a value refers to, for linking. */
export function collectUses(node: Statement | Expression, draft: DeclarationsDraft) {
  if (node.kind === "CallStatement" && node.path !== null) addScript(node.path, draft)
  if (node.kind !== "CommandStatement" && node.kind !== "CommandExpression") return
  const { keyword, operands, span } = node
  const first = firstText(operands)
  if (first === null) return
  const used = { name: first.name, span: first.span }
  switch (keyword) {
    case "USE KB":
    case "ADD KB":
    case "SET KB":
      return draft.knowledge.push({ ...used, name: used.name.replace(/\.gbkb$/i, "") })
    case "USE WEBSITE":
    case "ADD WEBSITE":
      return draft.websites.push({ ...used, refresh: textOf(operands, "refresh") })
    case "USE TOOL":
    case "ADD TOOL":
      return draft.usedTools.push({ ...used, name: used.name.replace(/\.(?:bas|vbs)$/i, "") })
    case "ADD BOT":
      return draft.bots.push({
        ...used,
        triggers: splitWords(textOf(operands, "triggers") ?? textOf(operands, "trigger")),
        tools: splitWords(textOf(operands, "tools")),
        schedule: textOf(operands, "schedule"),
      })
    case "INCLUDE":
      return draft.includes.push(used)
    case "RUN":
    case "CALL":
      return isScript(used.name) ? draft.scripts.push(used) : undefined
    case "SET SCHEDULE": {
      const script = textOf(operands, "script")
      return script === null ? undefined : draft.scripts.push({ name: script, span })
    }
    default:
      return
  }
}

/** Platform paths begin with a slash. */
const isScript = (path: string): boolean => path !== "" && !path.startsWith("/")

function addScript(path: Expression, draft: DeclarationsDraft) {
  const name = path.kind === "TextLiteral" ? path.value : null
  if (name !== null && isScript(name)) draft.scripts.push({ name, span: path.span })
}

function firstText(operands: Operands): { readonly name: string; readonly span: Span } | null {
  for (const operand of Object.values(operands)) {
    if (!("span" in operand)) continue
    const name = nameIn(operand)
    return name === null || operand.kind === "NameExpression" ? null : { name, span: operand.span }
  }
  return null
}

function textOf(operands: Operands, name: string): string | null {
  const operand = operands[name]
  return operand === undefined || !("span" in operand) ? null : nameIn(operand)
}

/** `"invoice, payment"` names two. */
const splitWords = (text: string | null): string[] =>
  (text ?? "")
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== "")
