import { availableParallelism, cpus, loadavg } from "node:os"

/** The machine a figure was measured on, in one line. */
export const showMachine = (): string => {
  const model = cpus()[0]?.model.trim() ?? "unknown"
  const load = loadavg()[0]?.toFixed(1) ?? "unknown"
  return `machine: ${availableParallelism()} x ${model}, Node ${process.version}, load ${load}`
}
