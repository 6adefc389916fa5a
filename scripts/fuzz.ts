/**
 * Looks for inputs that break a promise of the language: `npm run fuzz` runs every target for a minute.
 *
 *   FUZZ_SECONDS=10 npm run fuzz             so long for each target
 *   npm run fuzz -- parser laws              only these
 *   FUZZ_SEED=7 npm run fuzz                 the same inputs again; a run begins with another seed each time
 *
 * A failing input is made smaller and printed as the golden to add. Ends with 1 when there was one. Behind the targets
 * the property tests of SBX-11 run with a hundred thousand programs (not with FUZZ_SECONDS below 30, nor for one target).
 */
import { spawnSync } from "node:child_process"
import { judge, minimise, type Target } from "../basic/tests/fuzz/target.ts"
import { targets } from "../basic/tests/fuzz/targets.ts"
import { createMutator } from "../basic/tests/mutate.ts"
import { findBin, root } from "./node24.mjs"

const seconds = Number(process.env.FUZZ_SECONDS ?? 60)
const firstSeed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !targets.some((target) => target.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no target ${unknown[0]}. Targets: ${targets.map(({ name }) => name).join(", ")}.`,
  )
  process.exit(2)
}

interface Failure {
  readonly target: Target
  readonly input: string
  readonly failure: string
}

/** One failure for each target is enough to go on with. */
function fuzz(target: Target): Failure | null {
  const mutator = createMutator(firstSeed)
  const end = performance.now() + seconds * 1000
  let count = 0
  while (performance.now() < end) {
    const input = target.make(mutator)
    count++
    const failure = judge(target, input)
    if (failure === null) continue
    console.log(`FAIL ${target.name.padEnd(10)} after ${count} inputs: ${failure}`)
    return { target, input: minimise(target, input, failure), failure }
  }
  console.log(`ok   ${target.name.padEnd(10)} ${count} inputs  ${target.promise}`)
  return null
}

function showFailure({ target, input, failure }: Failure) {
  console.log(
    [
      "",
      `${target.name}: ${failure}`,
      `Add it as basic/tests/regression/${target.name}-<what broke>/input.bas (or a test of the target), then repair it:`,
      "-----",
      input,
      "-----",
      `As a JavaScript string: ${JSON.stringify(input)}`,
    ].join("\n"),
  )
}

console.log(`seed ${firstSeed}, ${seconds} s for each target`)
const failures = targets
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  .map(fuzz)
  .filter((failure) => failure !== null)
failures.forEach(showFailure)

let code = failures.length > 0 ? 1 : 0
if (wanted.length === 0 && seconds >= 30) {
  console.log("\nSBX-11 and the laws on 100,000 programs, SBX-04 at the real budgets")
  const tests = [
    "basic/tests/security/sbx-11-hidden-actions.test.ts",
    "basic/tests/security/sbx-04-budgets.test.ts",
    "basic/graph/laws.test.ts",
  ]
  const env = { ...process.env, FUZZ_TIMES: "20" }
  const ended = spawnSync(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      findBin("vitest"),
      "run",
      "--project",
      "pure",
      "--testTimeout",
      "3600000",
      ...tests,
    ],
    { cwd: root, stdio: "inherit", env },
  )
  code ||= ended.status ?? 1
}
process.exitCode = code
