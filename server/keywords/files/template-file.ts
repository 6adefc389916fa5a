import { cleanPath, extensionOf } from "#basic"
import { readableDrives } from "#server/records/files/drives.ts"
import { findFile } from "#server/records/files/find-file.ts"
import type { Step } from "../step.ts"
import type { HeldFile } from "./content.ts"
import { readPath, refusal } from "./operands.ts"

const templateTypes: ReadonlySet<string> = new Set([
  ...["docx", "xlsx", "txt", "html", "htm", "md", "csv", "json", "xml", "pdf"],
])

/**
 * Finds the file a text names when it looks like the path of a template; null for a text that is a
 * template itself. Throws EffectFailed "file.not_found" for a path nothing is at.
 */
export async function findTemplateFile(
  step: Step,
  text: string | null,
  keyword: string,
): Promise<HeldFile | null> {
  if (text === null || text.includes("\n") || text.includes("{{")) return null
  const isTemplate = templateTypes.has(extensionOf(text)) && cleanPath(text) !== null
  if (!isTemplate && !/^account:\/\//i.test(text)) return null
  const path = readPath(text, keyword)
  const found = await step.record(async (tx, place): Promise<HeldFile | null> => {
    for (const drive of readableDrives(place)) {
      const row = await findFile(tx, drive, path)
      if (row !== null) return { ...row, orgId: place.orgId }
    }
    return null
  })
  if (found === null) throw refusal("file.not_found", { path })
  return found
}
