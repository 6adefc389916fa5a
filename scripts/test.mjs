// `npm test`: installs what the tests need, then runs everything CI runs, in CI's order.
import { ensureInstalled } from "./install.mjs"
import { root, runNode24 } from "./node24.mjs"

if (!(await ensureInstalled({ withDev: true }))) {
  console.error("npm could not install the packages; its own message stands above.")
  process.exit(1)
}
process.exitCode = await runNode24(
  ["--disable-warning=ExperimentalWarning", "scripts/test.ts", ...process.argv.slice(2)],
  { cwd: root },
)
