import { printYaml } from "../format/print-yaml.ts"
import { valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const toyaml = defineFunction({
  name: "TOYAML",
  forms: ["TOYAML({value})"],
  aliases: ["TO_YAML"],
  arity: [1, 1],
  group: "format",
  summary: "Prints a value as YAML.",
  params: {
    value: { kind: "any", doc: "The value." },
  },
  result: "text",
  raises: ["basic.nested_too_deep"],
  example: 'PRINT TOYAML({ "a": [1, 2] })',
  evaluate: (args, env) => printYaml(valueAt(args, 0), env),
})
