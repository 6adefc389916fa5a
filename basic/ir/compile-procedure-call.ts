import type { Expression } from "../ast/nodes.ts"
import type { Compiler, ProcedureInfo } from "./context.ts"

/** Arguments that are missing are null; those too many are evaluated and dropped. */
export function compileProcedureCall(
  c: Compiler,
  procedure: ProcedureInfo,
  args: readonly Expression[],
) {
  args.forEach((arg, index) => {
    c.expression(arg)
    if (index >= procedure.paramCount) c.out.emit("POP")
  })
  for (let missing = args.length; missing < procedure.paramCount; missing++) c.out.emit("PUSH_NULL")
  c.out.emit("CALL", procedure.index, procedure.paramCount)
}
