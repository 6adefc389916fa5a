import type { Json, Value } from "../vm/value.ts"

/** Where the conversation keeps whether PRINT is said as well. */
export const debugModeKey = "debug-mode"

/** What SET DEBUG MODE was given, as it is kept: nothing once it is off. */
export const readDebugMode = (mode: Value): true | null => {
  const isOff =
    typeof mode === "string"
      ? /^\s*(?:off|false|no|none|0|)\s*$/i.test(mode)
      : mode === null || mode === false || mode === 0
  return isOff ? null : true
}

export const isDebugging = (kept: Json): boolean => kept === true
