import { runJavascript } from "#basic/keywords/run-javascript.ts"
import { notSetUp } from "./not-set-up.ts"

export const runJavascriptHandler = notSetUp(runJavascript, "sandbox-runtime")
