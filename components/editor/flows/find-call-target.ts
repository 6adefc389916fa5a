import { type FlowDocument, listStatements, type Statement } from "#basic"

/** What a step leads to when it runs another flow: one of this text's own, or another one by its name. */
export type CallTarget =
  | { readonly kind: "own"; readonly flowId: string }
  | { readonly kind: "other"; readonly name: string }

/** Finds where a step that runs another flow leads; null for every other step. */
export function findCallTarget(document: FlowDocument, stepId: string): CallTarget | null {
  const place = document.layout.stepIds.indexOf(stepId)
  const located = place < 0 ? undefined : listStatements(document.program)[place]
  const name = located === undefined ? null : readTarget(located.statement)
  if (name === null) return null
  const own = document.flows.find(
    (flow) => flow.kind !== "main" && flow.name.toLowerCase() === name.toLowerCase(),
  )
  return own ? { kind: "own", flowId: own.id } : { kind: "other", name }
}

function readTarget(statement: Statement): string | null {
  if (statement.kind === "CallStatement") return statement.name ?? readText(statement.path) ?? null
  const command =
    statement.kind === "CommandStatement"
      ? statement
      : statement.kind === "AssignStatement" && statement.value.kind === "CommandExpression"
        ? statement.value
        : null
  if (command === null || !["CALL", "RUN", "INCLUDE"].includes(command.keyword)) return null
  return readText(command.operands.path ?? command.operands.file)
}

const readText = (operand: unknown): string | null =>
  typeof operand === "object" &&
  operand !== null &&
  "kind" in operand &&
  operand.kind === "TextLiteral" &&
  "value" in operand &&
  typeof operand.value === "string"
    ? operand.value
    : null
