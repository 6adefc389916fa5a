import type {
  AssignStatement,
  BrokenStatement,
  CallStatement,
  CommandStatement,
  ExpressionStatement,
  HearStatement,
  OnErrorStatement,
  OptionStatement,
  ProcedureStatement,
  Statement,
  TextBlockStatement,
  UnknownStatement,
  WithStatement,
} from "../ast/nodes.ts"
import { isDeclaration } from "../keywords/declarations.ts"
import { compileAssignStatement, compileWith } from "./compile-assign.ts"
import { compileIf, compileSelect } from "./compile-branch.ts"
import { compileCallStatement } from "./compile-call.ts"
import { compileCommand, compileHear, compileTextBlock } from "./compile-command.ts"
import {
  compileDefer,
  compileDim,
  compileParallel,
  compileParam,
  compileStep,
  compileTry,
} from "./compile-declared.ts"
import { compileFailure, compileOnError, compileUnknown, withOutlet } from "./compile-error.ts"
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

type PlainStatement =
  | AssignStatement
  | CommandStatement
  | UnknownStatement
  | BrokenStatement
  | ExpressionStatement
  | CallStatement
  | WithStatement
  | HearStatement
  | TextBlockStatement
  | OnErrorStatement

/** Writes the code of one statement. Before and after it the operand stack is empty. */
export function compileStatement(c: Compiler, statement: Statement) {
  switch (statement.kind) {
    case "AssignStatement":
    case "CommandStatement":
    case "UnknownStatement":
    case "BrokenStatement":
    case "ExpressionStatement":
    case "CallStatement":
    case "WithStatement":
    case "HearStatement":
    case "TextBlockStatement":
    case "OnErrorStatement":
      return compilePlain(c, statement)
    // Procedures are written after the main flow; options speak to the analyzer.
    case "ProcedureStatement":
    case "OptionStatement":
    // Declarations are collected from the whole file; the bodies of events are written like procedures.
    case "DescriptionStatement":
    case "TableStatement":
    case "IndexStatement":
    case "EventStatement":
      return
    case "ParamStatement":
      return compileParam(c, statement)
    case "DimStatement":
      return compileDim(c, statement)
    default:
      return compileControl(c, statement)
  }
}

/** Statements that do something and go on. */
function compilePlain(c: Compiler, statement: PlainStatement) {
  switch (statement.kind) {
    case "AssignStatement":
      return compileAssignStatement(c, statement)
    case "CommandStatement":
      return compileCommand(c, statement)
    case "UnknownStatement":
      if (isDeclaration(statement.words)) return
      compileUnknown(c, statement.words)
      return c.out.emit("POP")
    case "BrokenStatement":
      compileFailure(c, "basic.broken_line", statement.text)
      return c.out.emit("POP")
    case "ExpressionStatement":
      c.expression(statement.expression)
      return c.out.emit("POP")
    case "CallStatement":
      return withOutlet(c, statement.failGoto, () => compileCallStatement(c, statement))
    case "WithStatement":
      return compileWith(c, statement)
    case "HearStatement":
      return compileHear(c, statement)
    case "TextBlockStatement":
      return compileTextBlock(c, statement)
    case "OnErrorStatement":
      return compileOnError(c, statement)
  }
}

type ControlStatement = Exclude<
  Statement,
  PlainStatement | ProcedureStatement | OptionStatement | DeclarationStatement
>
type DeclarationStatement = Extract<
  Statement,
  {
    kind:
      | "DescriptionStatement"
      | "TableStatement"
      | "IndexStatement"
      | "EventStatement"
      | "ParamStatement"
      | "DimStatement"
  }
>

/** Statements that decide where the flow goes. */
function compileControl(c: Compiler, statement: ControlStatement) {
  switch (statement.kind) {
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
    case "OnMessageStatement":
      return declareMessage(c, statement)
    case "OnSilenceStatement":
      return declareSilence(c, statement)
    case "TryStatement":
      return compileTry(c, statement)
    case "DeferStatement":
      return compileDefer(c, statement)
    case "StepStatement":
      return compileStep(c, statement)
    case "ParallelStatement":
      return compileParallel(c, statement)
  }
}
