/**
 * Golden gestures: `gestures/<case>/before.bas`, what a person does in `gesture.json` (one gesture, or a
 * list), and `after.bas`, or `refused.txt` when it cannot be. Steps are called s1, s2 ... in text order.
 * GOLDEN_UPDATE=1 rewrites the last two; the diff is the review.
 */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { applyGesture } from "../graph/apply-gesture.ts"
import { openDocument } from "../graph/document.ts"
import { checkLaws } from "../graph/laws.ts"
import { emptyLayout, type Gesture } from "../graph/model.ts"

const isUpdate = process.env.GOLDEN_UPDATE === "1"
const root = join(import.meta.dirname, "gestures")
const cases = globSync("*/before.bas", { cwd: root }).map(dirname).sort()

interface Ending {
  readonly source: string
  /** The sentence of a refusal. */
  readonly refusal: string | null
}

function perform(source: string, gestures: readonly Gesture[]): Ending {
  let document = openDocument(source, emptyLayout)
  for (const gesture of gestures) {
    const result = applyGesture(document, gesture)
    if (!result.ok) {
      return { source: document.source, refusal: `${result.diagnostic.message}\n` }
    }
    document = result.document
  }
  return { source: document.source, refusal: null }
}

function writeEnding(folder: string, { source, refusal }: Ending): void {
  const [made, other] =
    refusal === null ? ["after.bas", "refused.txt"] : ["refused.txt", "after.bas"]
  writeFileSync(join(folder, made), refusal ?? source)
  rmSync(join(folder, other), { force: true })
}

describe.each(cases)("%s", (name) => {
  const folder = join(root, name)
  const before = readFileSync(join(folder, "before.bas"), "utf8")
  const done: Gesture | Gesture[] = JSON.parse(readFileSync(join(folder, "gesture.json"), "utf8"))
  const ending = perform(before, Array.isArray(done) ? done : [done])

  it("writes the lines that were agreed on, or says why not", () => {
    if (isUpdate) writeEnding(folder, ending)
    const refused = join(folder, "refused.txt")
    if (existsSync(refused)) expect(ending.refusal).toBe(readFileSync(refused, "utf8"))
    else
      expect(ending).toEqual({
        source: readFileSync(join(folder, "after.bas"), "utf8"),
        refusal: null,
      })
  })

  it("leaves a program that holds the laws", () => {
    expect(checkLaws(ending.source)).toMatchObject({ ok: true, failed: [] })
  })
})
