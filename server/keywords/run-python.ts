import { runPython } from "#basic/keywords/run-python.ts"
import { notSetUp } from "./not-set-up.ts"

export const runPythonHandler = notSetUp(runPython, "sandbox-runtime")
