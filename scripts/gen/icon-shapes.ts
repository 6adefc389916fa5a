import { readFileSync } from "node:fs"
import { join } from "node:path"
import { iconNames } from "#components/ui/icon-names.ts"
import { root } from "../node24.mjs"

type Shape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[]

/**
 * Writes the lines of every icon that is named, taken out of the icon set: the set has thousands of files, which
 * nobody who starts the product needs to install.
 */
export function writeIconShapes(): string {
  const set = join(root, "node_modules/@tabler/icons/tabler-nodes-outline.json")
  const shapes = JSON.parse(readFileSync(set, "utf8")) as Record<string, Shape | undefined>
  const lines = Object.entries(iconNames).map(([name, drawn]) => {
    const shape = shapes[drawn]
    if (!shape) throw new Error(`components/ui/icon-names.ts: Tabler has no outline icon ${drawn}`)
    const key = /^[a-z]+$/.test(name) ? name : `"${name}"`
    const path = shape.map(([tag, { d = "" }]) => {
      // Only lines that begin at a place of their own can be drawn as one.
      if (tag !== "path" || !d.startsWith("M"))
        throw new Error(`components/ui/icon-names.ts: ${drawn} is not made of lines alone`)
      return d
    })
    return `  ${key}: "${path.join("")}",`
  })
  return `// biome-ignore-all format: one line an icon, as it is made.
// Made by npm run gen of icon-names.ts. The drawings are those of Tabler Icons (MIT), copyright Paweł Kuna.

/** What each icon draws: a path in a square of 24 units, to be stroked. */
export const iconShapes = {
${lines.join("\n")}
} as const
`
}
