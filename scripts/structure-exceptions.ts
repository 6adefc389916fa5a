/** Files and functions that may be longer than the house allows, each with the reason. The lists may only shrink. */

/** By path. */
export const largeFiles: Readonly<Record<string, string>> = {
  "basic/vm/run.ts":
    "the interpreter's one switch; a call for each instruction would halve its speed",
}

/** By `path:function`. */
export const longFunctions: Readonly<Record<string, string>> = {
  "basic/vm/run.ts:runSlice": "the interpreter's one switch, with its registers in local variables",
}
