/**
 * `npm run gen`: writes what is made from definitions and committed: the manual of keywords, the OpenAPI document, the
 * lines of icons.
 * Every example in it is run on the way; one that fails stops the whole.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { generatedFolders, listGenerated } from "./gen/list-generated.ts"
import { root } from "./node24.mjs"

const files = await listGenerated()
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
for (const folder of generatedFolders)
  for (const name of readdirSync(join(root, folder)))
    if (!files.has(`${folder}/${name}`)) rmSync(join(root, folder, name))
console.log(`${files.size} files written under ${generatedFolders.join(" and ")}`)
