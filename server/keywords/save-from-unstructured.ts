import { fromJson, toText } from "#basic"
import { saveFromUnstructured } from "#basic/keywords/save-from-unstructured.ts"
import type { RowOperands } from "#basic/rows/commands/operands.ts"
import type { Value } from "#basic/vm/value.ts"
import { listColumns } from "#server/records/tables/list-columns.ts"
import { handlerFor } from "./handler.ts"
import { readAnswer } from "./model/read-answer.ts"
import { workOnText } from "./model/work-on-text.ts"
import { EffectFailed, type Step } from "./step.ts"
import { performTableCommand } from "./tables/table-handler.ts"

const keyword = "SAVE FROM UNSTRUCTURED"

/** What is an object already is saved as it is; words are first made one by the bot's model. */
export const saveFromUnstructuredHandler = handlerFor(
  saveFromUnstructured,
  async ({ table, text = null }, step) => {
    const operands = { table, text } as RowOperands
    if (typeof text !== "string" || isJson(text))
      return await performTableCommand(keyword, operands, step)
    const row = await extractRow(toText((table ?? null) as Value), text, step)
    return await performTableCommand(keyword, { ...operands, text: row }, step)
  },
)

const isJson = (text: string): boolean => /^\s*[[{]/.test(text)

async function extractRow(table: string, text: string, step: Step): Promise<Value> {
  const columns = await step.record(listColumns(table))
  const names =
    Array.isArray(columns) && columns.length > 0 ? ` with the names ${columns.join(", ")}` : ""
  const task = `Reply with JSON: one object${names} that holds what the text says for the table "${table.slice(0, 80)}". Leave out what the text does not say.`
  const answer = readAnswer(await workOnText(keyword, task, text, step), true)
  if (typeof answer !== "object")
    throw new EffectFailed("model.broke_off", "The model made no object of the text.")
  return fromJson(answer)
}
