import type { Redis } from "ioredis"
import type { Database } from "#db/client.ts"
import type { Env } from "#server/env.ts"
import type { HealthCheck } from "#server/http/health.ts"
import { createMemoryCache } from "#server/infra/cache/memory.ts"
import type { Cache } from "#server/infra/cache/port.ts"
import { createRedisCache } from "#server/infra/cache/redis.ts"
import { createMemoryLimits } from "#server/infra/limits/memory.ts"
import type { Limits } from "#server/infra/limits/port.ts"
import { createRedisLimits } from "#server/infra/limits/redis.ts"
import { createMemoryLocks } from "#server/infra/lock/memory.ts"
import type { Locks } from "#server/infra/lock/port.ts"
import { createRedisLocks } from "#server/infra/lock/redis.ts"
import { createMemoryPubSub } from "#server/infra/pubsub/memory.ts"
import type { PubSub } from "#server/infra/pubsub/port.ts"
import { createRedisPubSub } from "#server/infra/pubsub/redis.ts"
import type { Queue } from "#server/infra/queue/port.ts"
import { createRedisQueue } from "#server/infra/queue/redis.ts"
import { connectRedis } from "#server/infra/redis/connect.ts"
import type { Log } from "#server/log.ts"

/** The parts that processes share when there are several of them. */
export interface SharedParts {
  readonly cache: Cache
  readonly limits: Limits
  readonly pubsub: PubSub
}

export interface OpenedShared {
  readonly shared: SharedParts
  readonly locks: Locks
  /** Opens the queue; null where one process does all the work, which needs nobody to be told. */
  readonly openQueue: (db: Database) => Queue | null
  /** What /health/ready asks of them. */
  readonly checks: ReadonlyMap<string, HealthCheck>
  close(): Promise<void>
}

/** Opens them in memory, or on the Redis that REDIS_URL names. Throws: StartRefusal when it does not answer. */
export async function openSharedParts(
  { redisUrl }: Pick<Env, "redisUrl">,
  log: Log,
): Promise<OpenedShared> {
  if (redisUrl === null) return openInMemory()
  return openOnRedis(await connectRedis(redisUrl, (err) => log.warn({ err }, "redis")), log)
}

function openInMemory(): OpenedShared {
  const shared = {
    cache: createMemoryCache(),
    limits: createMemoryLimits(),
    pubsub: createMemoryPubSub(),
  }
  return {
    shared,
    locks: createMemoryLocks(),
    openQueue: () => null,
    checks: new Map(),
    close: () => closeAll(shared),
  }
}

async function openOnRedis(redis: Redis, log: Log): Promise<OpenedShared> {
  const shared = {
    cache: createRedisCache(redis),
    limits: createRedisLimits(redis),
    pubsub: await createRedisPubSub(redis),
  }
  return {
    shared,
    locks: createRedisLocks(redis),
    openQueue: (db) =>
      createRedisQueue({
        redis,
        assertOutsideTransaction: () => db.assertOutsideTransaction(),
        report: ({ job, error }) => log.error({ err: error, job }, "The queue met a problem."),
      }),
    checks: new Map([["redis", () => redis.ping()]]),
    close: async () => {
      await closeAll(shared)
      redis.disconnect()
    },
  }
}

async function closeAll(shared: SharedParts): Promise<void> {
  await Promise.all([shared.cache.close(), shared.limits.close(), shared.pubsub.close()])
}
