/**
 * `npm run dev`: the product for work on itself. Pages reload by themselves (Next), the server starts again when a file
 * it runs has changed, and the widget is built again when one of its own has.
 *
 * Environment: that of the server, such as PORT and DATA_DIR.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, watch } from "node:fs"
import { join } from "node:path"
import { root } from "./node24.mjs"

const flags = ["--disable-warning=ExperimentalWarning"]
/** What the server runs as it is written. Pages and components are Next's to watch. */
const serverFolders = ["basic", "catalog", "db", "server", "templates", "workers"]
const widgetFolders = ["catalog", "sdk", "widget"]
/** Editors write a file in several steps, and several files at once. */
const settleMs = 150

let server: ChildProcess | null = null
let isStopping = false

function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn(process.execPath, [...flags, ...args], { cwd: root, stdio: "inherit", env })
}

const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((done) => child.once("exit", (code) => done(code ?? 1)))

async function buildWidget(): Promise<boolean> {
  return (await endOf(run(["scripts/build-widget.ts"]))) === 0
}

function startServer(): void {
  const child = run(["server/main.ts"], {
    ...process.env,
    NODE_ENV: "development",
    NEXT_TELEMETRY_DISABLED: "1",
  })
  server = child
  child.once("exit", (code) => {
    if (server !== child) return
    server = null
    if (!isStopping && code !== 0)
      console.error("The server ended; it starts again after the next change.")
  })
}

/** Lets the old server finish what runs and free the port and the data, then starts the new one. */
async function restartServer(): Promise<void> {
  const old = server
  server = null
  if (old !== null) {
    const ended = endOf(old)
    old.kill("SIGTERM")
    await ended
  }
  if (!isStopping) startServer()
}

/** Once a burst of changes is over: builds what has changed, then starts the server again. Never twice at the same time. */
function watchFolders(): void {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isWidgetStale = false
  const renew = async () => {
    const mustBuild = isWidgetStale
    isWidgetStale = false
    // Files of the widget are listed when the server starts.
    if (!mustBuild || (await buildWidget())) await restartServer()
  }
  const note = (folder: string, file: string | null) => {
    if (file === null || !/\.(ts|sql|bas)$/.test(file) || /\.test\.ts$/.test(file)) return
    if (widgetFolders.includes(folder)) isWidgetStale = true
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(renew).catch((error: unknown) => console.error(error))
    }, settleMs)
  }
  for (const folder of new Set([...serverFolders, ...widgetFolders]))
    if (existsSync(join(root, folder)))
      watch(join(root, folder), { recursive: true }, (_, file) => note(folder, file))
}

function stop(): void {
  if (isStopping) process.exit(1)
  isStopping = true
  if (server === null) process.exit(0)
  server.once("exit", () => process.exit(0))
  server.kill("SIGTERM")
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop)

if (!(await buildWidget())) process.exit(1)
startServer()
watchFolders()
