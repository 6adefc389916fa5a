import { Console } from "node:console"
import { readEnv } from "#server/env.ts"
import { StartRefusal } from "#server/errors/start-refusal.ts"
import { openLog } from "#server/log.ts"
import { checkStart } from "./check-start.ts"
import { refusalOf } from "./refusal-of.ts"
import { startProcess } from "./start-process.ts"
import { stopOnSignals } from "./stop-on-signals.ts"

/** Standard output carries the announcement and nothing else; libraries that talk go where the log goes. */
function keepOutputClean(): void {
  globalThis.console = new Console({ stdout: process.stderr, stderr: process.stderr })
}

/** Starts the process, or only checks whether it could; a refusal is one sentence, and the process ends with 1. */
export async function runProcess(args: readonly string[]): Promise<void> {
  keepOutputClean()
  try {
    const env = readEnv(process.env)
    if (args.includes("--check")) return await checkStart(env)
    const log = openLog(env.logLevel)
    const running = await startProcess(env, log)
    stopOnSignals(running, log)
    process.stdout.write(`${running.announcement}\n`)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal instanceof StartRefusal) process.stderr.write(`${refusal.message}\n`)
    else console.error(error)
    process.exit(1)
  }
}
