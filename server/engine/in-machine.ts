import { EngineFault } from "./engine-fault.ts"

/**
 * Works the machine. What it throws is no fault of a program: a state or a bundle it cannot read, or a mistake of
 * its own. Throws: EngineFault "engine.machine_failed".
 */
export function inMachine<T>(work: () => T, onBug: (error: unknown, where: string) => void): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof EngineFault) throw error
    onBug(error, "the machine")
    const reason = error instanceof Error ? error.message : String(error)
    throw new EngineFault("engine.machine_failed", `The program could not go on: ${reason}`)
  }
}
