import { toText } from "#basic"
import { classifyText } from "#basic/keywords/classify.ts"
import { ListValue } from "#basic/vm/value.ts"
import { handlerFor } from "./handler.ts"
import { workOnText } from "./model/work-on-text.ts"
import { EffectFailed } from "./step.ts"

const maxLabels = 200

/** The answer is one of the labels, as the script wrote it, and never anything else. */
export const classifyTextHandler = handlerFor(
  classifyText,
  async ({ text = "", labels: given = [] }, step) => {
    const labels = given
      .flatMap((label) => (label instanceof ListValue ? label.items : [label]))
      .map(toText)
      .slice(0, maxLabels)
    const task = `Say which one of these labels fits the text best: ${JSON.stringify(labels)}.`
    const answer = await workOnText("CLASSIFY", task, text, step)
    const plain = (word: string) =>
      word
        .trim()
        .replace(/^["'.\s]+|["'.\s]+$/g, "")
        .toLowerCase()
    const found = labels.find((label) => plain(label) === plain(answer))
    if (found !== undefined) return found
    throw new EffectFailed("model.broke_off", "The model gave none of the labels as its answer.")
  },
)
