import { Redis } from "ioredis"
import { StartRefusal } from "#server/errors/start-refusal.ts"

/**
 * Connects to the Redis that the processes share. While it is away a command fails after a few seconds
 * rather than hold a request up; when it is back everything goes on.
 *
 * Throws: StartRefusal with a sentence when it does not answer at the start.
 */
export async function connectRedis(
  url: string,
  report: (error: Error) => void = () => {},
): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 2,
    commandTimeout: 5_000,
    connectTimeout: 5_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  })
  redis.on("error", report)
  try {
    await redis.connect()
    return redis
  } catch (error) {
    redis.disconnect()
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartRefusal(
      `The Redis that REDIS_URL names cannot be used: ${reason}. Start it, or correct REDIS_URL.`,
    )
  }
}

/** Makes a connection that may wait for as long as it takes: for listening, and for BullMQ's workers. */
export function duplicateForWaiting(redis: Redis): Redis {
  const waiting = redis.duplicate({ maxRetriesPerRequest: null, commandTimeout: undefined })
  // The connection it was made from reports the same trouble already.
  waiting.on("error", () => {})
  return waiting
}
