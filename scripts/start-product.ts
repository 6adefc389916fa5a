import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "./node24.mjs"

const flags = ["--disable-warning=ExperimentalWarning"]

export interface RunningProduct {
  readonly origin: string
  readonly dataDir: string
  /** What its processes were started with. */
  readonly env: NodeJS.ProcessEnv
  /** Ends it, and removes the data directory unless E2E_KEEP=1. */
  stop(): Promise<void>
}

/** Builds what is stale. Throws when the build fails. */
export async function buildProduct(): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" }
  if ((await runStep(["scripts/build.ts"], env)) !== 0) throw new Error("The build failed.")
}

/**
 * Starts the built product as `npm start` runs it: on a free port, with a fresh data directory and the
 * embedded database. Throws when the server ends before it is ready.
 */
export async function startProduct(): Promise<RunningProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), "botwright-e2e-"))
  const port = await findFreePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    BOTWRIGHT_ANNOUNCE: "json",
    BOTWRIGHT_MARK: "e2e",
  }
  delete env.DATABASE_URL
  delete env.REDIS_URL
  const forget = () => {
    if (process.env.E2E_KEEP !== "1") rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const server = spawn(process.execPath, [...flags, "server/main.ts"], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    })
    await waitUntilReady(server)
    const stop = async () => {
      await end(server)
      forget()
    }
    return { origin: `http://127.0.0.1:${port}`, dataDir, env, stop }
  } catch (error) {
    forget()
    throw error
  }
}

/** Runs a program of ours with this Node and gives its exit code. */
export function runStep(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [...flags, ...args], { cwd: root, stdio: "inherit", env })
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)))
}

/** Asks the system for a port nobody uses. */
function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on("error", fail)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === "object" ? done(address.port) : fail()))
    })
  })
}

/** Resolves when the server says it is ready; rejects with its words when it ends instead. */
function waitUntilReady(server: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = ""
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk
      if (/"ready":true/.test(said)) done()
    })
    server.stderr?.on("data", (chunk: Buffer) => (said += chunk))
    server.on("exit", (code) =>
      fail(new Error(`The server ended with ${code} before it was ready:\n${said}`)),
    )
  })
}

async function end(server: ChildProcess) {
  const ended = new Promise((done) => server.once("exit", done))
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill("SIGTERM")
  await ended
}
