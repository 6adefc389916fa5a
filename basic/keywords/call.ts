import { defineCommand } from "./define.ts"

/** The statement is read by a rule of its own, which knows procedures too; this is CALL as a value. */
export const callScript = defineCommand({
  name: "CALL",
  forms: ["CALL {path}[, {args}]"],
  effect: "outside",
  group: "scripts",
  summary: "Runs another script of the bot, or a platform path, and gives what it returns.",
  params: {
    path: {
      kind: "text",
      doc: 'The script, such as "order.bas", or a path such as "/tasks/list".',
    },
    args: { kind: "expressions", doc: "What its PARAMs are set to, in their order." },
  },
  result: "any",
  binding: "loose",
  raises: ["basic.missing_script"],
  example:
    'ON ERROR RESUME NEXT\nprice = CALL "price.bas", "lamp"\nIF ERROR THEN\n  TALK "There is no price list."\nEND IF',
})
