/**
 * Protects the REST API: every operation stands in the OpenAPI document, has a test file beside it, and that file has
 * one `describe` for each status the document promises. Statuses every operation may answer with are tested once.
 */
import { existsSync, globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { operations } from "#server/api/api.ts"
import { root } from "./node24.mjs"

/** Promised by every operation and proven for all of them together. */
const testedElsewhere = new Set(["429", "500", "503"])
/**
 * What a key opens is proven in one place: that each operation succeeds, by its id and status in the name of a test; and
 * what all of them refuse, over all of them, in the file beside it. Problems of their verbs are proven beside the verbs.
 */
const keyTests = readFileSync(join(root, "server/api/key-uses.test.ts"), "utf8")
const problems: string[] = []

const sources = globSync("server/api/*/*.ts", { cwd: root }).filter(
  (file) => !file.endsWith(".test.ts"),
)
const places = new Map<string, string>()
for (const file of sources) {
  const id = /operationId: "(\w+)"/.exec(readFileSync(join(root, file), "utf8"))?.[1]
  if (id !== undefined) places.set(id, file)
}

for (const { operationId, method, path, responses, summary } of operations) {
  const name = `${method.toUpperCase()} ${path}`
  const file = places.get(operationId)
  places.delete(operationId)
  if (!summary) problems.push(`${name}: say in one line what it does (summary)`)
  if (file === undefined) {
    problems.push(`${name}: no file of server/api holds the operation ${operationId}`)
    continue
  }
  if (path.startsWith("/org/")) {
    for (const status of Object.keys(responses).filter((status) => status.startsWith("2")))
      if (!new RegExp(`test\\([^\\n]*\\b${operationId} (\\d{3} )?${status}\\b`).test(keyTests))
        problems.push(
          `server/api/key-uses.test.ts: ${name} promises ${status}; name "${operationId} ${status}" in the test that proves it`,
        )
    continue
  }
  const test = file.replace(/\.ts$/, ".test.ts")
  if (!existsSync(join(root, test))) {
    problems.push(`${name}: write ${test} with one describe per status`)
    continue
  }
  const text = readFileSync(join(root, test), "utf8")
  const promised = Object.keys(responses)
  const described = [...text.matchAll(/^describe\("(\d{3})"/gm)].map(([, status]) => status ?? "")
  for (const status of promised)
    if (!described.includes(status) && !testedElsewhere.has(status))
      problems.push(`${test}: the document promises ${status}; prove it in describe("${status}")`)
  for (const status of described)
    if (!promised.includes(status))
      problems.push(`${test}: proves ${status}, which the document does not promise`)
}
for (const [operationId, file] of places)
  problems.push(`${file}: the operation ${operationId} is not in the list of server/api/api.ts`)

for (const problem of problems) console.log(problem)
console.log(`${operations.length} operations, ${problems.length} problem(s)`)
process.exitCode = problems.length > 0 ? 1 : 0
