/** Protects generated files: what is committed is what `npm run gen` would write today. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { generatedFolders, listGenerated } from "./gen/list-generated.ts"
import { root } from "./node24.mjs"

const files = await listGenerated()
const problems: string[] = []
for (const [path, text] of files)
  if (!existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text)
    problems.push(`${path} is stale; run npm run gen and commit it`)
for (const folder of generatedFolders)
  for (const name of existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])
    if (!files.has(`${folder}/${name}`))
      problems.push(`${folder}/${name} is made by nothing any more; run npm run gen`)
for (const problem of problems) console.log(problem)
console.log(`${files.size} generated files, ${problems.length} problem(s)`)
process.exitCode = problems.length > 0 ? 1 : 0
