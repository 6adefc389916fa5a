import type { Program, Statement } from "../ast/nodes.ts"
import type { Bundle } from "./bundle.ts"
import { link } from "./link.ts"

/**
 * Compiles a program of one script. Unknown commands and functions, and lines that could not be read,
 * become instructions that raise a catchable error, so it never refuses.
 *
 * Shape: `stepIds` names the statements in the debug tables; without it they have their paths.
 *        `source` is the program's text; without it lines are 0.
 */
export const compile = (
  program: Program,
  stepIds?: (statement: Statement) => string,
  source?: string,
): Bundle =>
  link([
    {
      name: "start",
      program,
      ...(stepIds && { stepIds }),
      ...(source !== undefined && { source }),
    },
  ])
