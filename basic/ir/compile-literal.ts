import type { ObjectEntry, TemplateLiteral } from "../ast/nodes.ts"
import type { Compiler } from "./context.ts"

/** Leaves the text of a template or text block. */
export function compileParts(c: Compiler, parts: TemplateLiteral["parts"]) {
  const [only] = parts
  if (parts.length === 0) return c.out.pushText("")
  if (parts.length === 1 && typeof only === "string") return c.out.pushText(only)
  for (const part of parts) {
    if (typeof part === "string") c.out.pushText(part)
    else c.expression(part)
  }
  c.out.emit("JOIN_TEXTS", parts.length)
}

/** Leaves a new map. */
export function compileEntries(
  c: Compiler,
  entries: readonly Pick<ObjectEntry, "key" | "value">[],
) {
  for (const entry of entries) {
    c.out.pushText(entry.key)
    c.expression(entry.value)
  }
  c.out.emit("NEW_MAP", entries.length)
}
