import type { Expression, ParamStatement } from "../ast/nodes.ts"
import type { Json } from "../vm/value.ts"
import { constantJson, constantText } from "./constant-json.ts"
import type { ParamDeclaration, ToolDeclaration } from "./declarations.ts"

const canonicalTypes: Readonly<Record<string, string>> = {
  INT: "INTEGER",
  LONG: "INTEGER",
  FLOAT: "NUMBER",
  DOUBLE: "NUMBER",
  DECIMAL: "NUMBER",
  BOOL: "BOOLEAN",
  LIST: "ARRAY",
  MAP: "OBJECT",
  JSON: "OBJECT",
  TEXT: "STRING",
  ANY: "STRING",
}

/** The parameters that a PARAM names. One with LIKE, a default or OPTIONAL may be told apart by its schema. */
export function readParam(statement: ParamStatement): ParamDeclaration[] {
  const { type, presence, fallback } = statement
  const written = type ?? guessType(statement.example)
  return statement.names.map((name) => ({
    name,
    type: canonicalTypes[written] ?? written,
    description: constantText(statement.description),
    example: constantJson(statement.example),
    isRequired: presence === "REQUIRED" || (presence === null && fallback === null),
    default: constantJson(fallback),
    choices: statement.choices.flatMap((choice) => {
      const text = constantText(choice)
      return text === null ? [] : [text]
    }),
    span: statement.span,
  }))
}

/** A PARAM without a type is what its example is. */
function guessType(example: Expression | null): string {
  if (example?.kind === "NumberLiteral") return "NUMBER"
  if (example?.kind === "BooleanLiteral") return "BOOLEAN"
  if (example?.kind === "ArrayLiteral") return "ARRAY"
  return example?.kind === "ObjectLiteral" ? "OBJECT" : "STRING"
}

const schemaTypes: Readonly<Record<string, { readonly type: string; readonly format?: string }>> = {
  INTEGER: { type: "integer" },
  NUMBER: { type: "number" },
  MONEY: { type: "number" },
  BOOLEAN: { type: "boolean" },
  ARRAY: { type: "array" },
  OBJECT: { type: "object" },
  DATE: { type: "string", format: "date" },
  DATETIME: { type: "string", format: "date-time" },
  EMAIL: { type: "string", format: "email" },
}

/** JSON Schema of the arguments of a tool. */
export function makeSchema(params: readonly ParamDeclaration[]): ToolDeclaration["schema"] {
  const properties: Record<string, Json> = Object.create(null)
  for (const param of params) properties[param.name] = makeProperty(param)
  const required = params.filter(({ isRequired }) => isRequired).map(({ name }) => name)
  return {
    type: "object",
    properties: { ...properties },
    required,
    additionalProperties: false,
  }
}

function makeProperty(param: ParamDeclaration): Json {
  const known = Object.hasOwn(schemaTypes, param.type) ? schemaTypes[param.type] : undefined
  const { type, format } = known ?? { type: "string" }
  return {
    type,
    ...(format === undefined ? {} : { format }),
    ...(param.description === null ? {} : { description: param.description }),
    ...(param.choices.length === 0 ? {} : { enum: [...param.choices] }),
    ...(param.default === null ? {} : { default: param.default }),
    ...(param.example === null ? {} : { examples: [param.example] }),
  }
}
