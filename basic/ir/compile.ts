import type { Block, Expression, Operands, Place, Program, Statement } from "../ast/nodes.ts"
import type { Bundle, EffectShape, FunctionInfo } from "./bundle.ts"
import { compileAssign } from "./compile-assign.ts"
import { compileEffect } from "./compile-command.ts"
import { compileCondition } from "./compile-condition.ts"
import { compileFailure } from "./compile-error.ts"
import { compileExpression } from "./compile-expression.ts"
import { compileStatement } from "./compile-statement.ts"
import type {
  Compiler,
  FlowScope,
  Handling,
  ProcedureInfo,
  Slot,
  VariableOperation,
} from "./context.ts"
import { DebugWriter } from "./debug.ts"
import { Emitter, type Target } from "./emitter.ts"
import { normalizeName } from "./names.ts"
import type { OpName } from "./opcodes.ts"
import { type Survey, surveyProgram } from "./survey.ts"

/**
 * Compiles a program. Unknown commands and functions, and lines that could not be read, become
 * instructions that raise a catchable error, so it never refuses.
 *
 * Shape: `stepIds` names the statements in the debug tables; without it they have their paths.
 *        `source` is the program's text; without it lines are 0.
 */
export function compile(
  program: Program,
  stepIds?: (statement: Statement) => string,
  source?: string,
): Bundle {
  const survey = surveyProgram(program)
  const debug = new DebugWriter(
    stepIds ?? ((statement) => survey.paths.get(statement) ?? ""),
    source ?? null,
  )
  return new ProgramCompiler(program, survey, debug).run()
}

class ProgramCompiler implements Compiler {
  readonly program: Program
  readonly out = new Emitter()
  readonly handling: Handling = { messages: [], silence: null, failures: [], statements: [] }
  readonly keepsStatements: boolean
  readonly assignedNames: ReadonlySet<string>
  flow: FlowScope = newFlow(0, [])
  private readonly survey: Survey
  private readonly debug: DebugWriter
  private readonly functions: FunctionInfo[] = []
  private readonly globals = new Map<string, number>()
  private readonly variables: string[] = []
  private readonly builtins: string[] = []
  private readonly effects: EffectShape[] = []
  private readonly effectPlaces = new Map<string, number>()
  private readonly procedures: ReadonlyMap<string, ProcedureInfo>

  constructor(program: Program, survey: Survey, debug: DebugWriter) {
    this.program = program
    this.survey = survey
    this.debug = debug
    this.keepsStatements = survey.keepsStatements
    this.assignedNames = survey.assignedNames
    this.procedures = new Map(
      survey.procedures.map(({ name, params }, index) => [
        normalizeName(name),
        { index: index + 1, paramCount: params.length },
      ]),
    )
  }

  run(): Bundle {
    this.writeFlow("", newFlow(0, []), this.program.body)
    this.survey.procedures.forEach((procedure, index) => {
      this.writeFlow(procedure.name, newFlow(index + 1, procedure.params), procedure.body)
    })
    const { messages, silence, failures, statements } = this.handling
    return {
      format: 1,
      code: this.out.code,
      constants: this.out.constants,
      functions: this.functions,
      variables: this.variables,
      builtins: this.builtins,
      effects: this.effects,
      handlers: {
        messages: messages.map(({ texts, target }) => ({ texts, target: target.at })),
        silence: silence && { seconds: silence.seconds, target: silence.target.at },
        failures: failures.map(({ start, end, target }) => ({ start, end, target: target.at })),
        statements,
      },
      debug: this.debug.tables,
    }
  }

  private writeFlow(name: string, flow: FlowScope, body: Block) {
    this.flow = flow
    const entry = this.out.at
    this.block(body)
    this.out.emit("RETURN_NULL")
    for (const [label, target] of flow.labels) if (target.at < 0) this.writeMissing(label, target)
    const paramCount = flow.params.size
    this.functions.push({ name, entry, paramCount, localCount: flow.slotCount })
  }

  /** A jump to a label that is not there raises an error when it is taken. */
  private writeMissing(label: string, target: Target) {
    this.out.bind(target)
    compileFailure(this, "basic.missing_label", label)
    this.out.emit("RETURN_VALUE")
  }

  block(block: Block) {
    for (const statement of block.statements) this.statement(statement)
  }

  statement(statement: Statement) {
    this.mark(statement)
    const start = this.out.at
    compileStatement(this, statement)
    if (this.keepsStatements && this.out.at > start)
      this.handling.statements.push(start, this.out.at)
  }

  expression(expression: Expression) {
    compileExpression(this, expression)
  }

  condition(expression: Expression, jumpsWhen: boolean, target: Target) {
    compileCondition(this, expression, jumpsWhen, target)
  }

  assign(target: Place, emitValue: () => void) {
    compileAssign(this, target, emitValue)
  }

  effect(keyword: string, operands: Operands) {
    compileEffect(this, keyword, operands)
  }

  mark(statement: Statement) {
    this.debug.mark(this.out.at, statement)
  }

  slot(name: string): Slot {
    const normal = normalizeName(name)
    const local = this.flow.params.get(normal)
    if (local !== undefined) return { kind: "local", index: local }
    const known = this.globals.get(normal)
    if (known !== undefined) return { kind: "global", index: known }
    this.variables.push(name)
    this.globals.set(normal, this.variables.length - 1)
    return { kind: "global", index: this.variables.length - 1 }
  }

  variable(operation: VariableOperation, slot: Slot, ...operands: readonly number[]) {
    const name: OpName = slot.kind === "global" ? `${operation}_GLOBAL` : `${operation}_LOCAL`
    this.out.emit(name, slot.index, ...operands)
  }

  withSlots(count: number, body: (first: number) => void) {
    const first = this.flow.usedSlots
    this.flow.usedSlots += count
    this.flow.slotCount = Math.max(this.flow.slotCount, this.flow.usedSlots)
    body(first)
    this.flow.usedSlots = first
  }

  label(name: string): Target {
    const normal = normalizeName(name)
    const known = this.flow.labels.get(normal)
    if (known) return known
    const target = this.out.newTarget()
    this.flow.labels.set(normal, target)
    return target
  }

  procedure(name: string): ProcedureInfo | null {
    return this.procedures.get(normalizeName(name)) ?? null
  }

  builtin(definitionName: string): number {
    const known = this.builtins.indexOf(definitionName)
    return known >= 0 ? known : this.builtins.push(definitionName) - 1
  }

  effectIndex(shape: EffectShape): number {
    const key = JSON.stringify([shape.keyword, shape.operands, shape.lists])
    const known = this.effectPlaces.get(key)
    if (known !== undefined) return known
    this.effects.push(shape)
    this.effectPlaces.set(key, this.effects.length - 1)
    return this.effects.length - 1
  }
}

function newFlow(index: number, params: readonly string[]): FlowScope {
  return {
    index,
    params: new Map(params.map((name, slot) => [normalizeName(name), slot])),
    labels: new Map(),
    loops: [],
    usedSlots: params.length,
    slotCount: params.length,
  }
}
