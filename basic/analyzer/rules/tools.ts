import type { DescriptionStatement, ParamStatement, Statement } from "../../ast/nodes.ts"
import { splitTools } from "../../declarations/split-tools.ts"
import { normalName } from "../../parser/normal-name.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"

/** Says what is unusual about the tools a script is, and which of their parameters had better not be. */
export function checkTools(facts: ProgramFacts) {
  const split = splitTools(facts.program)
  if (split === null) return checkTool(facts, facts.program.body.statements)
  const names = split.sections.map(({ name }) => name)
  const unnamed = split.sections.find(({ name }) => name === null)
  const count = split.sections.length
  if (unnamed !== undefined) facts.report("basic.unnamed_tools", headSpan(unnamed.head), { count })
  else {
    const second = split.sections[1]?.head
    const list = names.join(", ")
    if (second !== undefined)
      facts.report("basic.several_tools", headSpan(second), { count, names: list })
  }
  for (const { statements } of split.sections) checkTool(facts, statements)
}

const secret =
  /pass(?:word|wd|phrase)?$|senha|secret|segredo|contrasena|api_?key|access_?token|auth_?token|credential/i

function checkTool(facts: ProgramFacts, statements: readonly Statement[]) {
  const seen = new Set<string>()
  let hasCode = false
  let isReported = false
  for (const statement of statements) {
    if (isCode(statement)) hasCode = true
    if (!isToolPart(statement)) continue
    if (hasCode && !isReported) {
      const found = statement.kind === "ParamStatement" ? "PARAM" : "DESCRIPTION"
      facts.report("basic.late_param", headSpan(statement), { found })
      isReported = true
    }
    if (statement.kind === "ParamStatement") checkNames(facts, statement, seen)
  }
}

function checkNames(facts: ProgramFacts, statement: ParamStatement, seen: Set<string>) {
  for (const name of statement.names) {
    const normal = normalName(name)
    if (seen.has(normal))
      facts.report("basic.duplicate_param_name", headSpan(statement), { found: name })
    seen.add(normal)
    if (secret.test(name) || statement.type === "PASSWORD")
      facts.report("basic.secret_operand", headSpan(statement), { found: name })
  }
}

const isToolPart = (statement: Statement): statement is ParamStatement | DescriptionStatement =>
  statement.kind === "ParamStatement" || statement.kind === "DescriptionStatement"

const passedOver: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "ParamStatement",
  "DescriptionStatement",
  "OptionStatement",
  "TableStatement",
  "IndexStatement",
  "EventStatement",
  "ProcedureStatement",
  "CommandStatement",
  "UnknownStatement",
  "BrokenStatement",
])

/** Commands such as WEBHOOK and USE KB often stand above; only what computes or asks is code. */
const isCode = ({ kind }: Statement): boolean => !passedOver.has(kind)
