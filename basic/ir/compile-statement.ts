import type { Statement } from "../ast/nodes.ts"
import { compileAssignStatement, compileWith } from "./compile-assign.ts"
import { compileIf, compileSelect } from "./compile-branch.ts"
import { compileCallStatement } from "./compile-call.ts"
import { compileCommand, compileHear, compileTextBlock } from "./compile-command.ts"
import { compileFailure, compileOnError, withOutlet } from "./compile-error.ts"
import {
  compileGosub,
  compileGoto,
  compileLabel,
  compileReturn,
  declareMessage,
  declareSilence,
} from "./compile-jump.ts"
import {
  compileContinue,
  compileDo,
  compileExit,
  compileFor,
  compileForEach,
  compileWhile,
} from "./compile-loop.ts"
import type { Compiler } from "./context.ts"

/** Writes the code of one statement. Before and after it the operand stack is empty. */
export function compileStatement(c: Compiler, statement: Statement) {
  switch (statement.kind) {
    case "AssignStatement":
      return compileAssignStatement(c, statement)
    case "CommandStatement":
      return compileCommand(c, statement)
    case "UnknownStatement":
      return dropFailure(c, "basic.unknown_keyword", statement.words)
    case "BrokenStatement":
      return dropFailure(c, "basic.broken_line", statement.text)
    case "ExpressionStatement":
      c.expression(statement.expression)
      return c.out.emit("POP")
    case "CallStatement":
      return withOutlet(c, statement.failGoto, () => compileCallStatement(c, statement))
    case "IfStatement":
      return compileIf(c, statement)
    case "ForEachStatement":
      return compileForEach(c, statement)
    case "ForStatement":
      return compileFor(c, statement)
    case "WhileStatement":
      return compileWhile(c, statement)
    case "DoStatement":
      return compileDo(c, statement)
    case "SelectStatement":
      return compileSelect(c, statement)
    case "ExitStatement":
      return compileExit(c, statement)
    case "ContinueStatement":
      return compileContinue(c, statement)
    case "ReturnStatement":
      return compileReturn(c, statement)
    case "StopStatement":
      return c.out.emit("STOP")
    case "LabelStatement":
      return compileLabel(c, statement)
    case "GotoStatement":
      return compileGoto(c, statement)
    case "GosubStatement":
      return compileGosub(c, statement)
    case "OnErrorStatement":
      return compileOnError(c, statement)
    case "OnMessageStatement":
      return declareMessage(c, statement)
    case "OnSilenceStatement":
      return declareSilence(c, statement)
    case "WithStatement":
      return compileWith(c, statement)
    case "HearStatement":
      return compileHear(c, statement)
    case "TextBlockStatement":
      return compileTextBlock(c, statement)
    // Procedures are written after the main flow; options speak to the analyzer.
    case "ProcedureStatement":
    case "OptionStatement":
      return
  }
}

function dropFailure(c: Compiler, code: `basic.${string}`, name: string) {
  compileFailure(c, code, name)
  c.out.emit("POP")
}
