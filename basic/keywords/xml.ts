import { printXml } from "../format/print-xml.ts"
import { textAt, valueAt } from "../functions/arguments.ts"
import { defineFunction } from "./define.ts"

export const xml = defineFunction({
  name: "XML",
  forms: ["XML({value}[, {root}])"],
  arity: [1, 2],
  group: "format",
  summary: "Prints a value as XML.",
  params: {
    value: { kind: "any", doc: "The value." },
    root: { kind: "text", doc: "The name of the outermost element; root when left out." },
  },
  result: "text",
  raises: ["basic.nested_too_deep"],
  example: 'PRINT XML({ "a": 1 })',
  evaluate: (args, env) =>
    printXml(valueAt(args, 0), args.length < 2 ? "root" : textAt(args, 1, env), env),
})
