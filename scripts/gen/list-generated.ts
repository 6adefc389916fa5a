import { keywords } from "#basic"
import { writeIconShapes } from "./icon-shapes.ts"
import { writeKeywordIndex } from "./keyword-index.ts"
import { type KeywordPage, writeKeywordPage, writeStatementPage } from "./keyword-page.ts"
import { writeOpenApi } from "./openapi.ts"
import { statements } from "./statements.ts"

/** Folders that hold nothing but generated files: what is there and not in the list is stale. */
export const generatedFolders = ["docs/keywords", "docs/api"] as const

const isStatement = (keyword: string): boolean => statements.some(({ name }) => name === keyword)

/** Makes every generated file. Shape: path from the root, then its text. */
export async function listGenerated(): Promise<ReadonlyMap<string, string>> {
  const pages: readonly KeywordPage[] = [
    // A command that is read by a statement's rule has the statement's page.
    ...keywords
      .filter(({ name, runsOn }) => runsOn === "everywhere" || !isStatement(name))
      .map(writeKeywordPage),
    ...statements.map(writeStatementPage),
  ]
  const files = new Map<string, string>()
  for (const { slug, name, text } of pages) {
    const path = `docs/keywords/${slug}.md`
    if (files.has(path)) throw new Error(`${name}: another keyword already has the page ${path}`)
    files.set(path, text)
  }
  files.set("docs/keywords/README.md", writeKeywordIndex(pages))
  files.set("docs/api/openapi.json", await writeOpenApi())
  files.set("components/ui/icon-shapes.ts", writeIconShapes())
  return files
}
