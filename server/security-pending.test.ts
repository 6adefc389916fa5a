import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { securityGrowing, securityPending } from "./security-pending.ts"

const root = join(import.meta.dirname, "..")
/** How many cases each part of the checklist has; they are numbered from 01. */
const sizes = {
  ...{ ISO: 17, RBAC: 5, SEC: 8, SBX: 11, NET: 9, FIL: 6, XSS: 7, WHK: 5 },
  ...{ SES: 5, AUTH: 8, INJ: 5, LLM: 7, DOS: 4, ABU: 2, PRV: 1 },
}
const cases = Object.entries(sizes).flatMap(([part, size]) =>
  Array.from({ length: size }, (_, at) => `${part}-${String(at + 1).padStart(2, "0")}`),
)
const anyCase = new RegExp(`\\b(?:${Object.keys(sizes).join("|")})-\\d{2}\\b`, "g")
const testFile = /\.(test|spec)\.tsx?$|(^|\/)tests\/[^/]*\.ts$/

/** Files of the repository, as git has or would take them. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "")

/** The cases that names of tests hold, each with the files: what stands in a comment does not count. */
function readTested(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const file of files) {
    if (!testFile.test(file) || file.startsWith("server/security-pending")) continue
    for (const line of readFileSync(join(root, file), "utf8").split("\n")) {
      if (/^\s*(\/\/|\*|\/\*)/.test(line) || !/["'`]/.test(line)) continue
      for (const id of line.match(anyCase) ?? [])
        found.set(id, (found.get(id) ?? new Set()).add(file))
    }
  }
  return found
}
const tested = readTested()

test("the checklist has a hundred cases, and no test names one that is not on it", () => {
  expect(cases).toHaveLength(100)
  expect([...tested.keys()].filter((id) => !cases.includes(id))).toEqual([])
  const listed = [...Object.keys(securityPending), ...Object.keys(securityGrowing)]
  expect(listed.filter((id) => !cases.includes(id))).toEqual([])
})

test("every case stands in the name of a test, or waits for a part of the product, and never both", () => {
  const places = cases.map((id) => {
    const isPending = id in securityPending
    if (tested.has(id) !== isPending) return `${id}: fine`
    return isPending
      ? `${id}: has a test in ${[...(tested.get(id) ?? [])]}, so its line in security-pending.ts goes`
      : `${id}: has neither a test that names it nor a line in security-pending.ts`
  })
  expect(places.filter((place) => !place.endsWith(": fine"))).toEqual([])
  expect(Object.keys(securityGrowing).filter((id) => !tested.has(id))).toEqual([])
})

test("no case waits any longer once the part of the product it waits for exists", () => {
  const arrived = (id: string, { surface, path }: { surface: string; path: RegExp }) => {
    const file = files.find((each) => path.test(each) && !testFile.test(each))
    return file === undefined ? [] : [`${id} waits for ${surface}, which exists: ${file}`]
  }
  expect(Object.entries(securityPending).flatMap(([id, pending]) => arrived(id, pending))).toEqual(
    [],
  )
  expect(
    Object.entries(securityGrowing).flatMap(([id, parts]) =>
      parts.flatMap((part) => arrived(id, part)),
    ),
  ).toEqual([])
})
