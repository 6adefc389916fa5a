import { valueAt } from "../functions/arguments.ts"
import { validateValue } from "../functions/validate-value.ts"
import { defineFunction } from "./define.ts"

export const validate = defineFunction({
  name: "VALIDATE",
  forms: ["VALIDATE({value}, {rule})"],
  arity: [2, 2],
  isPrefix: true,
  group: "text",
  summary: "Says whether a value follows a rule, such as being an e-mail address.",
  params: {
    value: { kind: "any", doc: "The value." },
    rule: {
      kind: "any",
      doc: 'A type of HEAR such as "email", "required", "min:3", "max:10" or "length:2-5"; several between | or in a list.',
    },
  },
  result: "boolean",
  raises: ["basic.bad_rule"],
  example: 'PRINT VALIDATE("ana@example.org", "email")',
  evaluate: (args, env) => validateValue(valueAt(args, 0), valueAt(args, 1), env),
})
