/**
 * How fast does our machine run programs, beside QuickJS and Lua (both as WebAssembly) and fengari (Lua in JavaScript)?
 *
 *   npm run bench -- vm            ROUNDS=11 by default
 *   npm run bench -- vm --json
 *   CLOCK=thread npm run bench -- vm   processor time, for busy machines (`machine/clock.ts`)
 *
 * Each program is written three times, for the same work in the way its language is written (`vm/programs`), and
 * runs on all four engines in this one process, in turn; results and all that is said must be equal. Reading and
 * compiling the text is not measured, here or there. "first" is the first run of that program, with whatever
 * the process has warmed up by then and nothing done to prepare; "steady" is the median of the runs after it.
 * Ours is metered: it may stop at every instruction and be frozen at every effect. The others are not.
 */
import { clock } from "./machine/clock.ts"
import { showMachine } from "./machine/show-machine.ts"
import type { Engine } from "./vm/engine.ts"
import { botwright } from "./vm/engines/botwright.ts"
import { createFengari } from "./vm/engines/fengari.ts"
import { createQuickJs } from "./vm/engines/quickjs.ts"
import { createWasmoon } from "./vm/engines/wasmoon.ts"
import { byPeer, geometricMean, measureProgram } from "./vm/measure.ts"
import { calls } from "./vm/programs/calls.ts"
import { dialog } from "./vm/programs/dialog.ts"
import { loop } from "./vm/programs/loop.ts"
import { maps } from "./vm/programs/maps.ts"
import { sort } from "./vm/programs/sort.ts"
import { strings } from "./vm/programs/strings.ts"
import { type Report, showReport } from "./vm/show-report.ts"

const rounds = Math.max(2, Number(process.env.ROUNDS ?? 11))
const programs = [loop, calls, strings, sort, maps, dialog]

const engines: Engine[] = [botwright, await createQuickJs(), createFengari(), await createWasmoon()]
const results = programs.map((program) => measureProgram(program, engines, rounds))
const report: Report = {
  clock,
  rounds,
  engines: engines.map(({ name, version }) => ({ name, version })),
  programs: results,
  geomean: byPeer((peer) => geometricMean(results.map(({ ratios }) => ratios[peer]))),
  firstGeomean: byPeer((peer) => geometricMean(results.map((result) => result.firstRatios[peer]))),
  machine: showMachine(),
}
console.log(process.argv.includes("--json") ? JSON.stringify(report, null, 2) : showReport(report))
