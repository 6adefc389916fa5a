import type { Extension } from "@codemirror/state"
import { hoverTooltip } from "@codemirror/view"
import { hoverAt } from "#basic/services/hover.ts"
import { drawHover } from "./draw-doc.ts"
import { modelOf } from "./model-field.ts"
import type { SourceWords } from "./source-words.ts"

/** Says above a word or a name what it is. */
export const sourceHover = (words: SourceWords): Extension =>
  hoverTooltip((view, position) => {
    const found = hoverAt(modelOf(view.state), position)
    if (found === null) return null
    return {
      pos: found.start,
      end: found.end,
      above: true,
      create: () => ({ dom: drawHover(found, words) }),
    }
  })
