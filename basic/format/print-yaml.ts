import { ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Budget, Growth, maxNesting } from "./budget.ts"
import { printJson } from "./print-json.ts"

/** Words and shapes that YAML would read as something other than text. */
const isPlainText = (text: string): boolean =>
  text.length < 200 &&
  /^[\p{L}_][\p{L}\p{N}_ ./@-]*$/u.test(text) &&
  !text.endsWith(" ") &&
  !/^(?:true|false|yes|no|on|off|null|y|n|inf|nan)$/i.test(text)

/** Prints a value as YAML in block style. Texts that could be misread are in double quotes, as JSON writes them. */
export const printYaml = (value: Value, budget: Budget): string => {
  const growth = new Growth((total) => budget.needText(total))
  const emit = (text: string): string => {
    budget.spend(1 + (text.length >> 3))
    growth.add(text.length)
    return text
  }
  const printLeaf = (leaf: Value): string =>
    emit(typeof leaf === "string" && isPlainText(leaf) ? leaf : printJson(leaf, budget))
  const isBlock = (item: Value): boolean =>
    (item instanceof ListValue && item.items.length > 0) ||
    (item instanceof MapValue && item.entries.size > 0)
  /** The lines of a value, each ending in a line feed, indented by `depth` levels. */
  const print = (current: Value, depth: number): string => {
    if (depth >= maxNesting) budget.fail("basic.nested_too_deep", { limit: maxNesting })
    const indent = "  ".repeat(depth)
    if (current instanceof ListValue && current.items.length > 0) {
      return current.items
        .map((item) =>
          isBlock(item)
            ? emit(`${indent}-\n`) + print(item, depth + 1)
            : `${emit(`${indent}- `)}${printLeaf(item)}\n`,
        )
        .join("")
    }
    if (current instanceof MapValue && current.entries.size > 0) {
      let out = ""
      for (const [key, item] of current.entries) {
        const name = isPlainText(key) ? key : JSON.stringify(key)
        out += isBlock(item)
          ? emit(`${indent}${name}:\n`) + print(item, depth + 1)
          : `${emit(`${indent}${name}: `)}${printLeaf(item)}\n`
      }
      return out
    }
    return `${indent}${printLeaf(current)}\n`
  }
  return print(value, 0)
}
