import type { CanvasFlow, CanvasGroup, CanvasStep, Outlet } from "#basic"
import { type GroupName, nameOf } from "../group-name.ts"

/** A flow in plain words, ready to be drawn anywhere. */
export interface FlowSheet {
  readonly cards: readonly SheetCard[]
  readonly ways: readonly SheetWay[]
}
export interface SheetCard {
  readonly id: string
  readonly title: string
  /** Units: canvas pixels. */
  readonly x: number
  readonly y: number
  readonly steps: readonly SheetStep[]
}
export interface SheetStep {
  readonly text: string
  readonly family: string
  readonly outlets: readonly { readonly key: string; readonly label: string }[]
}
export interface SheetWay {
  readonly from: string
  readonly to: string
  /** Where it leaves the card: a step by its place in the card and an outlet by its key; null for the card's end. */
  readonly outlet: { readonly step: number; readonly key: string } | null
  readonly label: string
}

/** How steps, outlets and cards are called in the person's language. */
export interface SheetWords {
  step(step: CanvasStep): string
  outlet(outlet: Pick<Outlet, "labelKey" | "text">): string
  group(name: GroupName): string
}

/** Reads a flow off the canvas. */
export function readSheet(flow: CanvasFlow, words: SheetWords): FlowSheet {
  const groups = new Map(flow.groups.map((group) => [group.id, group]))
  return {
    cards: flow.groups.map((group) => toCard(flow, group, words)),
    ways: flow.edges.flatMap(({ from, to }): SheetWay[] => {
      const group = groups.get(from.groupId)
      if (group === undefined || !groups.has(to)) return []
      const step = group.steps.findIndex(({ id }) => id === from.stepId)
      const outlet = group.steps[step]?.outlets.find(({ key }) => key === from.outlet)
      return [
        {
          ...{ from: from.groupId, to },
          outlet: outlet ? { step, key: outlet.key } : null,
          label: outlet ? words.outlet(outlet) : "",
        },
      ]
    }),
  }
}

function toCard(flow: CanvasFlow, group: CanvasGroup, words: SheetWords): SheetCard {
  const { id, x, y } = group
  return {
    ...{ id, x, y },
    title: words.group(nameOf(flow, group)),
    steps: group.steps.map((step) => ({
      text: words.step(step),
      family: step.family,
      outlets: step.outlets.map((outlet) => ({ key: outlet.key, label: words.outlet(outlet) })),
    })),
  }
}
