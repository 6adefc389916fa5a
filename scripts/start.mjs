// `npm start`: installs what is missing, builds what is stale, then runs the product until it is told to stop.
// Plain JavaScript for Node 20 without a dependency: on a fresh clone this file is all that can run.
import { spawn } from "node:child_process"
import { ensureInstalled } from "./install.mjs"
import { findNode24, root } from "./node24.mjs"

const quiet = ["--disable-warning=ExperimentalWarning"]

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Runs a step of the start with Node 24; its exit code tells whether to go on. */
function runStep(node, args) {
  const child = spawn(node, [...quiet, ...args], { cwd: root, stdio: "inherit" })
  return new Promise((done) => child.on("exit", (code) => done(code ?? 1)))
}

/** Starts the server in our process group and hands every signal on, so that one kill reaches all of us. */
function runServer(node) {
  const child = spawn(node, [...quiet, "server/main.ts"], { cwd: root, stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  // npm dies of a signal without handing it on: without npm there is nobody left to stop us.
  const parent = process.ppid
  const watch = () => {
    if (process.ppid !== parent) child.kill("SIGTERM")
  }
  if (process.env.npm_lifecycle_event === "start") setInterval(watch, 500).unref()
  return new Promise((done) => child.on("exit", (code, signal) => done(code ?? (signal ? 1 : 0))))
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  refuse(
    `Botwright needs Node 20 or newer to start; this is Node ${process.versions.node}. Install a newer Node, then run npm start again.`,
  )
}
if (!(await ensureInstalled({ withDev: false }))) {
  refuse(
    "npm could not install the packages; its own message stands above. Mend that (often the network or a full disk), then run npm start again.",
  )
}
const node = findNode24()
if (!node) {
  refuse(
    `There is no packaged Node 24 for ${process.platform}-${process.arch}. Install Node 24 yourself, then run npm start again.`,
  )
}
const checked = await runStep(node, ["server/main.ts", "--check"])
if (checked !== 0) process.exit(checked)
const built = await runStep(node, ["scripts/build.ts"])
if (built !== 0) refuse("The build did not finish; its own message stands above.")
process.exitCode = await runServer(node)
