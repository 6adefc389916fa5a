/** With CLOCK=cpu: processor time of all threads of this process, for machines that are busy with other things. */
export const clock: "wall" | "cpu" = process.env.CLOCK === "cpu" ? "cpu" : "wall"

/** The time now. Only differences mean something. Units: milliseconds. */
export function readClockMs(): number {
  if (clock === "wall") return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
