import type { Expression, Operands } from "../ast/nodes.ts"
import type { Compiler } from "./context.ts"

/**
 * Writes a text that stands in several languages: the first of them that the conversation speaks, else the
 * text as it is written. Like everything else they are part of the bundle, so a running version keeps its own.
 */
export function compileInLanguages(c: Compiler, node: object, writeOwn: () => void) {
  const variants = c.variantsOf(node)
  if (variants.length === 0) return writeOwn()
  const end = c.out.newTarget()
  for (const { language, value } of variants) {
    const next = c.out.newTarget()
    c.out.pushText(language)
    c.out.emit("CALL_BUILTIN", c.builtin("SPEAKS"), 1)
    c.out.jump("JUMP_IF_FALSE", next)
    c.expression(value)
    c.out.jump("JUMP", end)
    c.out.bind(next)
  }
  writeOwn()
  c.out.bind(end)
}

/** The same expression without its other languages. */
const plain = (expression: Expression): Expression => ({ ...expression })

/** A choice of a menu: in whatever language it is shown, its value is the text as it is written. */
export function compileOption(c: Compiler, option: Expression) {
  if (c.variantsOf(option).length === 0) return c.expression(option)
  c.out.pushText("label")
  c.expression(option)
  c.out.pushText("value")
  c.expression(plain(option))
  c.out.emit("NEW_MAP", 2)
}

/** A button sends the text as it is written, whatever its label is. */
export function keepValue(c: Compiler, keyword: string, operands: Operands): Operands {
  const { label, value, context } = operands
  if (keyword !== "ADD SUGGESTION" || label === undefined || value || context) return operands
  if (c.variantsOf(label).length === 0) return operands
  return { ...operands, value: plain(label as Expression) }
}

/** The words of ON MESSAGE in all languages: whoever writes "stop" means it in any of them. */
export const wordsInLanguages = (c: Compiler, texts: readonly string[]): readonly string[] => [
  ...texts,
  ...c.variantsOf(texts).flatMap(({ words }) => words.split(/\s*[,;،]\s*/).filter(Boolean)),
]
