import type { Block, Expression, Operands, Place, Program, Statement } from "../ast/nodes.ts"
import { mainBodyOf } from "../declarations/own-bodies.ts"
import type { Variant, Variants } from "../translations/variants.ts"
import type { EffectShape } from "./bundle.ts"
import type { BundleTables } from "./bundle-tables.ts"
import { compileAssign } from "./compile-assign.ts"
import { compileEffect } from "./compile-command.ts"
import { compileCondition } from "./compile-condition.ts"
import { compileFailure } from "./compile-error.ts"
import { compileExpression } from "./compile-expression.ts"
import { compileInLanguages } from "./compile-languages.ts"
import { compileStatement } from "./compile-statement.ts"
import type {
  Compiler,
  FlowScope,
  Handling,
  ProcedureInfo,
  ScriptCalls,
  Slot,
  VariableOperation,
} from "./context.ts"
import type { Emitter, Target } from "./emitter.ts"
import { normalizeName } from "./names.ts"
import { type OpName, opcodes } from "./opcodes.ts"
import type { Survey } from "./survey.ts"

/** A script on its way into a bundle. */
export interface LinkedScript {
  /** "" for the only script of a bundle. */
  readonly name: string
  readonly program: Program
  readonly survey: Survey
  /** The place of its main flow among the functions; its procedures follow. */
  readonly first: number
  /** Names of the PARAMs, in order. */
  readonly params: readonly string[]
}

/** Writes one script into the tables of its bundle: its main flow, then its procedures. */
export class ScriptCompiler implements Compiler {
  readonly program: Program
  readonly out: Emitter
  readonly handling: Handling
  readonly keepsStatements: boolean
  readonly assignedNames: ReadonlySet<string>
  readonly filterNames: ReadonlySet<string>
  readonly scripts: ScriptCalls
  flow: FlowScope = newFlow(0, [])
  private readonly variants: Variants
  private readonly script: LinkedScript
  private readonly tables: BundleTables
  private readonly globals = new Map<string, number>()
  private readonly procedures: ReadonlyMap<string, ProcedureInfo>

  constructor(
    script: LinkedScript,
    tables: BundleTables,
    scripts: ScriptCalls,
    variants: Variants,
  ) {
    this.variants = variants
    const { program, survey, first } = script
    this.program = program
    this.script = script
    this.tables = tables
    this.scripts = scripts
    this.out = tables.out
    this.handling = tables.handling
    this.keepsStatements = survey.keepsStatements
    this.assignedNames = survey.assignedNames
    this.filterNames = survey.filterNames
    this.procedures = new Map(
      survey.procedures.map(({ name, params }, index) => [
        normalizeName(name),
        { index: first + index + 1, paramCount: params.length },
      ]),
    )
  }

  run() {
    const { first, params, survey } = this.script
    const { functions, variables } = this.tables
    const from = variables.length
    const slots = params.map((name) => this.slot(name).index)
    this.writeFlow("", newFlow(first, []), mainBodyOf(this.program))
    survey.procedures.forEach((procedure, index) => {
      this.writeFlow(procedure.name, newFlow(first + index + 1, procedure.params), procedure.body)
    })
    if (!this.scripts.isLinked) return
    const main = functions[first]
    if (main === undefined) return
    const script = {
      name: this.script.name,
      first: from,
      count: variables.length - from,
      params: slots,
    }
    functions[first] = {
      ...main,
      paramCount: slots.length,
      localCount: Math.max(main.localCount, slots.length),
      script,
    }
  }

  private writeFlow(name: string, flow: FlowScope, body: Block) {
    this.flow = flow
    const entry = this.out.at
    const isTool = name.startsWith("tool:")
    if (flow.index === this.script.first || isTool) this.writeRoles()
    this.block(body)
    this.out.emit("RETURN_NULL")
    for (const [label, target] of flow.labels) if (target.at < 0) this.writeMissing(label, target)
    const paramCount = flow.params.size
    this.tables.functions.push({ name, entry, paramCount, localCount: flow.slotCount })
  }

  /** Before anything else the host says whether whoever is here may run the script. */
  private writeRoles() {
    const { roles } = this.script.survey
    if (roles === null) return
    this.mark(roles.statement)
    for (const role of roles.names) this.out.pushText(role)
    this.out.emit("NEW_LIST", roles.names.length)
    this.out.emit("EFFECT", this.effectIndex(roleShape))
    this.out.emit("POP")
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
    if (this.variants.size === 0) compileExpression(this, expression)
    else compileInLanguages(this, expression, () => compileExpression(this, expression))
  }

  variantsOf(node: object): readonly Variant[] {
    return this.variants.get(node) ?? none
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
    this.tables.debug.mark(this.out.at, statement)
  }

  slot(name: string): Slot {
    const { slots } = this.flow
    const known = slots.get(name)
    if (known !== undefined) return known
    const slot = this.findSlot(name)
    slots.set(name, slot)
    return slot
  }

  private findSlot(name: string): Slot {
    const normal = normalizeName(name)
    const local = this.flow.params.get(normal)
    if (local !== undefined) return { kind: "local", index: local }
    const known = this.globals.get(normal)
    if (known !== undefined) return { kind: "global", index: known }
    const { variables } = this.tables
    variables.push(name)
    this.globals.set(normal, variables.length - 1)
    return { kind: "global", index: variables.length - 1 }
  }

  variable(operation: VariableOperation, slot: Slot, first?: number, second?: number) {
    const names = slot.kind === "global" ? globalNames : localNames
    this.out.emit(names.get(operation) as OpName, slot.index, first, second)
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
    return this.tables.builtin(definitionName)
  }

  effectIndex(shape: EffectShape): number {
    return this.tables.effectIndex(shape)
  }

  get isMainFlow(): boolean {
    return this.flow.index === this.script.first
  }
}

const none: readonly Variant[] = []

const listNames = (ending: "_GLOBAL" | "_LOCAL"): ReadonlyMap<string, OpName> =>
  new Map(
    opcodes.flatMap(({ name }) =>
      name.endsWith(ending) ? [[name.slice(0, -ending.length), name] as const] : [],
    ),
  )
const globalNames = listNames("_GLOBAL")
const localNames = listNames("_LOCAL")

const roleShape: EffectShape = { keyword: "ALLOW ROLE", operands: ["roles"], lists: ["roles"] }

function newFlow(index: number, params: readonly string[]): FlowScope {
  return {
    index,
    params: new Map(params.map((name, slot) => [normalizeName(name), slot])),
    slots: new Map(),
    labels: new Map(),
    loops: [],
    usedSlots: params.length,
    slotCount: params.length,
  }
}
