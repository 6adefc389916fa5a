import { clockWords } from "../machine/clock.ts"
import { type EngineName, type PeerName, peerNames } from "./engine.ts"
import type { ProgramResult } from "./measure.ts"

export interface Report {
  readonly clock: keyof typeof clockWords
  readonly rounds: number
  readonly engines: readonly { readonly name: EngineName; readonly version: string }[]
  readonly programs: readonly ProgramResult[]
  /** Ours divided by theirs over all programs, steady and first runs. */
  readonly geomean: Readonly<Record<PeerName, number>>
  readonly firstGeomean: Readonly<Record<PeerName, number>>
  readonly machine: string
}

/** The report as a table for people. */
export function showReport(report: Report): string {
  const { clock, rounds, engines, programs } = report
  const columns = programs.length > 0 ? (["botwright", ...peerNames] as const) : []
  const head = row("", [...columns, ...peerNames.map((peer) => `/ ${peer}`)])
  const section = (title: string, kind: "firstMs" | "steadyMs") => [
    "",
    title,
    head,
    ...programs.map((program) =>
      row(program.name, [
        ...columns.map((name) => `${program.times[name][kind].toFixed(1)} ms`),
        ...showRatios(kind === "firstMs" ? program.firstRatios : program.ratios),
      ]),
    ),
    row("geometric mean", [
      ...columns.map(() => ""),
      ...showRatios(kind === "firstMs" ? report.firstGeomean : report.geomean),
    ]),
  ]
  return [
    `milliseconds a run (${clockWords[clock]}), and ours divided by theirs: under 1 is faster`,
    ...programs.map(({ name, does }) => `  ${name.padEnd(8)} ${does}`),
    ...section(`steady: median of ${rounds - 1} runs after the first`, "steadyMs"),
    ...section("first: the first run of each program in this process", "firstMs"),
    "",
    `engines: ${engines.map(({ name, version }) => `${name} ${version}`).join(", ")}`,
    report.machine,
  ].join("\n")
}

const showRatios = (ratios: Readonly<Record<PeerName, number>>) =>
  peerNames.map((peer) => ratios[peer].toFixed(2))

const row = (name: string, cells: readonly string[]) =>
  `${name.padEnd(15)}${cells.map((cell) => cell.padStart(11)).join("")}`
