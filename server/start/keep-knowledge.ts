import type { Container } from "#server/container.ts"
import { ensureVectorIndex } from "#server/knowledge/store/vector-index.ts"

const lookEveryMs = 10 * 60_000

/** Makes the index over vectors once there are enough of them; the function given back stops looking. */
export function keepKnowledge({ db, log }: Pick<Container, "db" | "log">): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    running = running
      .then(() => ensureVectorIndex(db))
      .catch((err: unknown) => {
        log.warn({ err }, "The index over vectors could not be made.")
      })
  }
  const timer = setInterval(look, lookEveryMs).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
