import type { ScriptCoverage } from "./coverage.ts"

/**
 * Prints coverage as an lcov tracefile, which editors and coverage services read.
 *
 * Shape: a record for each script; DA is a line with steps, BRDA a way out of a step (a block is a step).
 * Source: geninfo(1), "FILES".
 */
export function printLcov(coverage: readonly ScriptCoverage[]): string {
  return coverage.map(printScript).join("")
}

function printScript({ script, steps, outlets }: ScriptCoverage): string {
  const lines = new Map<number, number>()
  for (const { line, count } of steps) lines.set(line, Math.max(lines.get(line) ?? 0, count))
  const counts = new Map(steps.map(({ id, count }) => [id, count]))
  const blocks = new Map<string, number>()
  const branches = outlets.map(({ stepId, line, count }, index) => {
    const block = blocks.get(stepId) ?? blocks.size
    blocks.set(stepId, block)
    // A hyphen says that the step itself was never reached.
    const isReached = count > 0 || (counts.get(stepId) ?? 1) > 0
    return `BRDA:${line},${block},${index},${isReached ? count : "-"}`
  })
  const data = [...lines].sort(([a], [b]) => a - b)
  return [
    "TN:",
    `SF:${script.replace(/[\r\n]/g, " ")}`,
    ...branches,
    `BRF:${outlets.length}`,
    `BRH:${outlets.filter(({ count }) => count > 0).length}`,
    ...data.map(([line, count]) => `DA:${line},${count}`),
    `LF:${data.length}`,
    `LH:${data.filter(([, count]) => count > 0).length}`,
    "end_of_record",
    "",
  ].join("\n")
}
