/**
 * Runs the database suites (`*.db.test.ts`) on a real Postgres with pgvector and a real Redis, which it
 * starts on free ports in temporary directories, as other users, and stops again.
 *
 *   npm run test:db                      all of them
 *   npm run test:db -- db/tests          only these files
 *   npm run test:db -- --exclude GLOB    all but these
 *   npm run test:db -- --require         what cannot run is a failure (also with CI set)
 *
 * TEST_DATABASE_URL and TEST_REDIS_URL name servers to use instead.
 */
import { spawn } from "node:child_process"
import type { ServerProcess } from "../db/testing/server-process.ts"
import { startPostgres } from "../db/testing/start-postgres.ts"
import { startRedis } from "../db/testing/start-redis.ts"
import { ensureTestServers } from "./ensure-postgres.ts"
import { findBin, root } from "./node24.mjs"

/** The suites that need a Redis are named so, the second kind both; all others need the Postgres. */
const redisSuites = ["**/redis.db.test.ts", "**/scaled.db.test.ts"]

const given = process.argv.slice(2).filter((each) => each !== "--require")
/** Vitest's own option does not reach its projects: `vitest.config.ts` reads them from the environment. */
const excluded = given.filter((_, at) => given[at - 1] === "--exclude")
const args = given.filter((each, at) => each !== "--exclude" && given[at - 1] !== "--exclude")
const isRequired = process.argv.includes("--require") || Boolean(process.env.CI)
const running: ServerProcess[] = []

async function main(): Promise<number> {
  const urls = { postgres: process.env.TEST_DATABASE_URL, redis: process.env.TEST_REDIS_URL }
  if (!urls.postgres || !urls.redis) {
    const { postgres, redis, missing } = ensureTestServers()
    if (missing !== null) console.error(missing)
    if (!urls.postgres && postgres !== null)
      urls.postgres = await start(startPostgres({ bin: postgres }))
    if (!urls.redis && redis !== null) urls.redis = await start(startRedis(redis))
  }
  const notRun = [
    ...(urls.postgres ? [] : ["the suites on Postgres (*.db.test.ts)"]),
    ...(urls.redis ? [] : [`the suites on Redis (${redisSuites.join(", ")})`]),
  ]
  for (const each of notRun) console.log(`not run: ${each}`)
  if (notRun.length > 0 && isRequired) return 1
  if (notRun.length === 2) return 0
  return runVitest(urls)
}

async function start(starting: Promise<ServerProcess>): Promise<string> {
  const server = await starting
  running.push(server)
  return server.url
}

function runVitest(urls: { postgres?: string; redis?: string }): Promise<number> {
  const only = urls.postgres ? args : ["redis.db.test.ts"]
  const child = spawn(process.execPath, [findBin("vitest"), "run", "--project", "db", ...only], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      TEST_DATABASE_URL: urls.postgres ?? "",
      TEST_REDIS_URL: urls.redis ?? "",
      TEST_EXCLUDE: [...excluded, ...(urls.redis ? [] : redisSuites)].join(","),
    },
  })
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)))
}

try {
  process.exitCode = await main()
} finally {
  for (const server of running) await server.stop()
}
