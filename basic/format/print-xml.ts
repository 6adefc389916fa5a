import { DateValue, ListValue, MapValue, type Value } from "../vm/value.ts"
import { type Budget, Growth, maxNesting } from "./budget.ts"
import { printIsoDate } from "./print-date.ts"
import { toText } from "./to-text.ts"

/** Escapes text for XML and drops the control characters that XML cannot hold. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")

/** Makes an element name of any key. */
const elementName = (key: string): string => {
  const safe = key.replace(/[^\p{L}\p{N}_.-]/gu, "_").slice(0, 200)
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`
}

/**
 * Prints a value as XML without a declaration: an object becomes one element for each key, a list repeats
 * its element, inside another list as `item`.
 */
export const printXml = (value: Value, rootName: string, budget: Budget): string => {
  const growth = new Growth((total) => budget.needText(total))
  const emit = (text: string): string => {
    budget.spend(3 + (text.length >> 3))
    growth.add(text.length)
    return text
  }
  const print = (name: string, current: Value, depth: number): string => {
    if (depth >= maxNesting) budget.fail("basic.nested_too_deep", { limit: maxNesting })
    if (current instanceof ListValue) {
      return current.items.map((item) => print(name, item, depth + 1)).join("")
    }
    if (current === null) return emit(`<${name}/>`)
    if (!(current instanceof MapValue)) {
      const text = current instanceof DateValue ? printIsoDate(current) : toText(current, budget)
      return emit(`<${name}>${escapeXml(text)}</${name}>`)
    }
    let out = emit(`<${name}>`)
    for (const [key, item] of current.entries) out += print(elementName(key), item, depth + 1)
    return out + emit(`</${name}>`)
  }
  const root = elementName(rootName)
  if (!(value instanceof ListValue)) return print(root, value, 0)
  const open = emit(`<${root}>`)
  return open + value.items.map((item) => print("item", item, 1)).join("") + emit(`</${root}>`)
}
