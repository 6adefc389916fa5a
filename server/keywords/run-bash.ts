import { runBash } from "#basic/keywords/run-bash.ts"
import { notSetUp } from "./not-set-up.ts"

export const runBashHandler = notSetUp(runBash, "sandbox-runtime")
