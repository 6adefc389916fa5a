import type { Log } from "#server/log.ts"
import type { RunningProcess } from "./start-process.ts"

/** A turn may take this long; after that the process goes, and the next start finishes the turn. */
const stopLimitMs = 40_000

/**
 * Stops the process when it is told to: what runs is finished first. A second signal ends it at once,
 * which loses nothing either.
 */
export function stopOnSignals(running: RunningProcess, log: Log): void {
  let isStopping = false
  const stop = (reason: string, code: number) => {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ reason }, "stopping")
    setTimeout(() => process.exit(1), stopLimitMs).unref()
    running.stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ err: error }, "stopped with a problem")
        process.exit(1)
      },
    )
  }
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    process.on(signal, () => stop(signal, 0))
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise broke unheard"))
  process.on("uncaughtException", (error) => {
    log.error({ err: error }, "the process met an error it cannot go on after")
    stop("uncaught exception", 1)
  })
}
