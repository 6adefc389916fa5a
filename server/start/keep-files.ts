import type { Container } from "#server/container.ts"
import { forgetOwners } from "#server/services/files/forget-owners.ts"

const dayMs = 24 * 60 * 60_000

/** Looks once a day for contents of organizations that are gone; the function given back stops that. */
export function keepFiles(container: Pick<Container, "db" | "files" | "log">): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = running
      .then(() => forgetOwners(container))
      .catch((err: unknown) => {
        container.log.warn({ err }, "The store of files could not be looked through.")
      })
  }
  const timer = setInterval(look, dayMs).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
