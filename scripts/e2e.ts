/**
 * Runs the end-to-end journeys in a real Chromium against the product as `npm start` runs it:
 * built, on a free port, with a fresh data directory. Arguments go to Playwright.
 *
 *   npm run e2e -- build-and-publish
 *
 * Environment: CHROMIUM_PATH (another browser), E2E_KEEP=1 (keep the data directory).
 */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findBin, root } from "./node24.mjs"

const flags = ["--disable-warning=ExperimentalWarning"]

function runStep(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
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
let code = await runStep(["scripts/build.ts"], env)
if (code === 0) {
  const server = spawn(process.execPath, [...flags, "server/main.ts"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  })
  try {
    await waitUntilReady(server)
    const reporters = process.env.TEST_RESULT_FILE ? "list,json" : "list"
    const playwright = [
      findBin("playwright"),
      "test",
      "--config",
      "e2e/playwright.config.ts",
      "--reporter",
      reporters,
      ...process.argv.slice(2),
    ]
    code = await runStep(playwright, {
      ...env,
      BASE_URL: `http://127.0.0.1:${port}`,
      E2E_DATA_DIR: dataDir,
      PLAYWRIGHT_JSON_OUTPUT_NAME: process.env.TEST_RESULT_FILE ?? "",
    })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    code = 1
  } finally {
    const ended = new Promise((done) => server.once("exit", done))
    if (server.exitCode === null && server.signalCode === null) {
      server.kill("SIGTERM")
      await ended
    }
  }
}
if (process.env.E2E_KEEP !== "1") rmSync(dataDir, { recursive: true, force: true })
process.exitCode = code
