const names = ["wall", "thread", "cpu"] as const

/**
 * What the benchmarks of a single program measure with. CLOCK=thread: processor time of the thread that works, which
 * is the time on the wall of a machine with nothing else to do. CLOCK=cpu: of all threads of the process, those that
 * collect garbage and compile behind it included. Both are for machines that are busy with other things.
 */
export const clock = names.find((name) => name === process.env.CLOCK) ?? "wall"

/** The clock in the words of a table. */
export const clockWords: Readonly<Record<typeof clock, string>> = {
  wall: "time on the wall",
  thread: "processor time of the thread that works",
  cpu: "processor time of all threads",
}

/** The time now. Only differences mean something. Units: milliseconds. */
export function readClockMs(): number {
  if (clock === "wall") return performance.now()
  const { user, system } = clock === "cpu" ? process.cpuUsage() : process.threadCpuUsage()
  return (user + system) / 1_000
}
