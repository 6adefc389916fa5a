/**
 * The entry of every process of the product.
 *
 *   node server/main.ts            starts and serves until it is told to stop
 *   node server/main.ts --check    only says whether it could start: settings, folder, port
 */

import { readEnv } from "./env.ts"
import { StartRefusal } from "./errors/start-refusal.ts"
import { openLog } from "./log.ts"
import { checkStart } from "./start/check-start.ts"
import { refusalOf } from "./start/refusal-of.ts"
import { startProcess } from "./start/start-process.ts"
import { stopOnSignals } from "./start/stop-on-signals.ts"

try {
  const env = readEnv(process.env)
  if (process.argv.includes("--check")) await checkStart(env)
  else {
    const log = openLog(env.logLevel)
    const running = await startProcess(env, log)
    stopOnSignals(running, log)
    process.stdout.write(`${running.announcement}\n`)
  }
} catch (error) {
  const refusal = refusalOf(error)
  if (refusal instanceof StartRefusal) process.stderr.write(`${refusal.message}\n`)
  else console.error(error)
  process.exit(1)
}
