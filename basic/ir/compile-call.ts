import type {
  CallExpression,
  CallStatement,
  Expression,
  MethodCallExpression,
} from "../ast/nodes.ts"
import type { Param } from "../keywords/define.ts"
import { findFunction } from "../keywords/index.ts"
import { compileChoice } from "./compile-condition.ts"
import { compileErrorState, compileFailure } from "./compile-error.ts"
import { compileItemFilter } from "./compile-filter.ts"
import { compileProcedureCall } from "./compile-procedure-call.ts"
import { compileScriptCall } from "./compile-script-call.ts"
import type { Compiler } from "./context.ts"
import { normalizeName } from "./names.ts"

/** NAME(args): one of the program's own procedures, IIF, or a built-in function, in this order. */
export function compileCall(c: Compiler, { name, args }: CallExpression) {
  const procedure = c.procedure(name)
  if (procedure !== null) return compileProcedureCall(c, procedure, args)
  if (compileLazily(c, name, args)) return
  if (args.length === 0 && compileErrorState(c, name)) return
  const definition = findFunction(name)
  if (definition === null) return compileUnknownCall(c, args)
  const [fewest, most] = definition.arity
  if (args.length < fewest || args.length > most)
    return compileFailure(c, "basic.argument_count", definition.name)
  const params = Object.values<Param>(definition.params)
  args.forEach((arg, index) => {
    if (params[index]?.kind !== "filter" || !compileItemFilter(c, arg)) c.expression(arg)
  })
  c.out.emit("CALL_BUILTIN", c.builtin(definition.name), args.length)
}

/** What nothing defines gives null, as the warning says; what it is called with is worked out all the same. */
function compileUnknownCall(c: Compiler, args: readonly Expression[]) {
  for (const arg of args) {
    c.expression(arg)
    c.out.emit("POP")
  }
  c.out.emit("PUSH_NULL")
}

/** value.name(args): a built-in function with the value as its first argument. */
export function compileMethodCall(c: Compiler, call: MethodCallExpression) {
  c.expression(call.object)
  for (const arg of call.args) c.expression(arg)
  c.out.emit("CALL_METHOD", c.out.constant(call.name), call.args.length, call.isOptional ? 1 : 0)
}

/** CALL name(args), CALL "path", args: the value, if any, is dropped. */
export function compileCallStatement(c: Compiler, statement: CallStatement) {
  const { path, args } = statement
  if (path !== null) compileScriptCall(c, path, args)
  else {
    const name = statement.name ?? ""
    const procedure = c.procedure(name)
    const script = c.scripts.find(name)
    if (procedure !== null) compileProcedureCall(c, procedure, args)
    else if (findFunction(name) !== null)
      compileCall(c, { kind: "CallExpression", span: statement.span, name, args })
    else if (script !== null) compileProcedureCall(c, script, args)
    else compileFailure(c, "basic.unknown_procedure", name)
  }
  c.out.emit("POP")
}

/** IIF and IF evaluate only the side they take. */
function compileLazily(c: Compiler, name: string, args: readonly Expression[]): boolean {
  const normal = normalizeName(name)
  const [test, whenTrue, whenFalse] = args
  if (normal !== "iif" && normal !== "if") return false
  if (test === undefined || whenTrue === undefined || args.length > 3) return false
  compileChoice(c, test, whenTrue, whenFalse ?? null)
  return true
}
