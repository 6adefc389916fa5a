import type { AttributeSelector } from "css-what"
import type { MarkupElement } from "./markup.ts"

/** Says whether an element has an attribute as `[name=value]`, `#id` or `.class` ask for it. */
export function hasAttribute(
  element: MarkupElement,
  test: AttributeSelector,
  isXml: boolean,
): boolean {
  const name = isXml ? test.name : test.name.toLowerCase()
  const found = element.attributes.get(name)
  if (test.action === "not") return found !== test.value
  if (found === undefined) return false
  const ignoresCase = test.ignoreCase === true
  const value = ignoresCase ? found.toLowerCase() : found
  const wanted = ignoresCase ? test.value.toLowerCase() : test.value
  return actions[test.action](value, wanted)
}

type Action = Exclude<`${AttributeSelector["action"]}`, "not">
const actions: Record<Action, (value: string, wanted: string) => boolean> = {
  exists: () => true,
  equals: (value, wanted) => value === wanted,
  start: (value, wanted) => wanted !== "" && value.startsWith(wanted),
  end: (value, wanted) => wanted !== "" && value.endsWith(wanted),
  any: (value, wanted) => wanted !== "" && value.includes(wanted),
  element: (value, wanted) => wanted !== "" && value.split(/\s+/).includes(wanted),
  hyphen: (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
}
