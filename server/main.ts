/**
 * The entry of every process of the product.
 *
 *   node server/main.ts            starts and serves until it is told to stop
 *   node server/main.ts --check    only says whether it could start: settings, folder, port
 */
import { enableCompileCache } from "node:module"

// Before anything else is loaded: what was compiled once is not compiled again at the next start.
enableCompileCache()
const { runProcess } = await import("./start/run-process.ts")
await runProcess(process.argv.slice(2))
