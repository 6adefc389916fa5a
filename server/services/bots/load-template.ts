import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { templates } from "./schema.ts"

export type TemplateName = (typeof templates)[number] | "demo"

const folder = join(import.meta.dirname, "../../../templates")

/** Reads the source a bot begins with. */
export function loadTemplate(name: TemplateName): Promise<string> {
  return readFile(join(folder, name, `${name}.bas`), "utf8")
}
