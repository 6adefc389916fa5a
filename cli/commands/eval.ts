import type { EvaluationFigures, EvaluationResult } from "#catalog/evaluation/sum-up.ts"
import type { openWorkbench as OpenWorkbench } from "#server/start/open-workbench.ts"
import { type Command, exitCodes, FileProblem, UsageError } from "../command.ts"
import { type ReadEvaluation, readEvaluation } from "../read-evaluation.ts"

interface Evaluated {
  readonly figures: EvaluationFigures
  readonly results: readonly EvaluationResult[]
}

export const evalCommand: Command = {
  name: "eval",
  usage: "eval [--json] [--documents PATH] [--script FILE] [--least SHARE] FILE",
  summary:
    "Asks documents, or a script that answers from them, the questions of a file and scores the answers.",
  options: {
    json: { type: "boolean" },
    documents: { type: "string" },
    script: { type: "string" },
    least: { type: "string" },
  },
  operands: [1, 1],
  run: async ({ files, flags }, terminal) => {
    const least = flags.least === undefined ? 0 : Number(flags.least)
    if (!(least >= 0 && least <= 1))
      throw new UsageError("--least takes a share from 0 to 1, such as 0.8.")
    const pathOf = (flag: unknown) => (typeof flag === "string" ? flag : null)
    const places = { documents: pathOf(flags.documents), script: pathOf(flags.script) }
    const read = readEvaluation(files[0] as string, places, terminal)
    const { figures, results } = await evaluate(read)
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ figures, results }, null, 2)}\n`
        : showResults(figures, results),
    )
    const share = figures.right.of === 0 ? 0 : figures.right.hits / figures.right.of
    return share >= least ? exitCodes.fine : exitCodes.refused
  },
}

/** Over the product's own reading, finding and answering, in memory. */
export async function evaluate(
  read: ReadEvaluation,
  openDatabase?: Parameters<typeof OpenWorkbench>[0],
): Promise<Evaluated> {
  // Loaded here, so that the commands of the language begin without the server's libraries.
  const { openWorkbench } = await import("#server/start/open-workbench.ts")
  const { startEvaluation } = await import("#server/services/evaluations/start-on-files.ts")
  const { getEvaluationRun } = await import("#server/services/evaluations/get-run.ts")
  const { owner, close } = await openWorkbench(openDatabase)
  try {
    const started = await startEvaluation(owner, read)
    if (!started.ok) throw new FileProblem(started.problem)
    while (true) {
      await owner.container.engine.sweep()
      const run = await getEvaluationRun(owner, started.run)
      if (run.state === "ready") return { figures: run.figures, results: run.results }
      if (run.state === "failed") throw new FileProblem("The questions could not be asked.")
    }
  } finally {
    await close()
  }
}

const percent = ({ hits, of }: { hits: number; of: number }) =>
  of === 0 ? "-" : `${hits} of ${of}`

function showResults(figures: EvaluationFigures, results: readonly EvaluationResult[]): string {
  const lines = results.map((result) => {
    const { question, isRight, isDeclined, answer, problem } = result
    const said = problem ?? (isDeclined ? "declined" : answer.split("\n")[0]?.slice(0, 100))
    return `${isRight ? "  " : "x "}${question.id}: ${said}`
  })
  const faithful =
    figures.faithfulness === null ? "-" : `${(figures.faithfulness * 100).toFixed(0)} %`
  return [
    ...lines,
    "",
    `right: ${percent(figures.right)}`,
    `expected passage cited: ${percent(figures.found)}`,
    `answer as expected: ${percent(figures.matched)}`,
    `borne out by the passages: ${faithful}`,
    `rightly declined: ${percent(figures.declinedRightly)}`,
    `wrongly declined: ${percent(figures.declinedWrongly)}`,
    `typical time: ${figures.typicalMs} ms, cost: ${figures.dollars.toFixed(4)} dollars`,
    "",
  ].join("\n")
}
