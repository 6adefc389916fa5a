import type { CanvasFlow, FlowDocument } from "#basic"

/** One place where the words were found. `stepId` is null for a card's title and for a note. */
export interface Found {
  readonly flowId: string
  readonly cardId: string
  readonly stepId: string | null
  readonly text: string
}

const mostFound = 100

/** Looks for words in titles, in steps as they are written and as they are shown, and in notes. */
export function findSteps(
  { flows }: Pick<FlowDocument, "flows">,
  words: string,
  nameOfStep: (titleKey: string, values: Readonly<Record<string, string>>) => string,
): Found[] {
  const wanted = fold(words.trim())
  if (wanted === "") return []
  return flows.flatMap((flow) => findInFlow(flow, wanted, nameOfStep)).slice(0, mostFound)
}

function findInFlow(
  flow: CanvasFlow,
  wanted: string,
  nameOfStep: Parameters<typeof findSteps>[2],
): Found[] {
  const has = (text: string) => fold(text).includes(wanted)
  const inCards = flow.groups.flatMap((group) => {
    const place = { flowId: flow.id, cardId: group.id }
    const title = has(group.title) ? [{ ...place, stepId: null, text: group.title }] : []
    const steps = group.steps.flatMap((step) => {
      const text = nameOfStep(step.titleKey, step.values)
      return has(text) || has(step.source) ? [{ ...place, stepId: step.id, text }] : []
    })
    return [...title, ...steps]
  })
  const inNotes = flow.notes.flatMap(({ id, text }) =>
    has(text) ? [{ flowId: flow.id, cardId: id, stepId: null, text }] : [],
  )
  return [...inCards, ...inNotes]
}

/** Case and accents do not matter to who looks for something. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}
