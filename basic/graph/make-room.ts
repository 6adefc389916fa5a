/** Moves cards down that a card has grown over. What overlapped before was put there by a person and stays. */
import type { CanvasGroup, FlowDocument, GroupLayout, Layout } from "./model.ts"
import { cardWidth, estimateHeight } from "./place-cards.ts"

const gap = 24

/** Gives the layout after a gesture, with room for the cards that it made taller. */
export function makeRoom(before: FlowDocument, after: FlowDocument): Layout {
  const old = new Map(
    before.flows.flatMap(({ groups }) => groups.map((group) => [group.id, group])),
  )
  const moved: Record<string, GroupLayout> = {}
  for (const { groups } of after.flows) {
    const isArranged = groups.some(({ id }) => after.layout.groups[id] !== undefined)
    if (isArranged) pushDown(groups, old, moved)
  }
  return Object.keys(moved).length === 0
    ? after.layout
    : { ...after.layout, groups: { ...after.layout.groups, ...moved } }
}

interface Box {
  readonly id: string
  readonly x: number
  y: number
  readonly height: number
}

const boxOf = ({ id, x, y, steps }: CanvasGroup): Box => ({
  id,
  x,
  y,
  height: estimateHeight(steps),
})

function pushDown(
  groups: readonly CanvasGroup[],
  old: ReadonlyMap<string, CanvasGroup>,
  moved: Record<string, GroupLayout>,
): void {
  const boxes = groups.map(boxOf)
  const pending = boxes.filter((box) => hasGrown(box, old.get(box.id)))
  for (let rounds = boxes.length; pending.length > 0 && rounds > 0; rounds -= 1) {
    const box = pending.pop()!
    for (const other of boxes) {
      if (other === box || other.y < box.y || !meets(box, other) || metBefore(box, other, old))
        continue
      other.y = box.y + box.height + gap
      moved[other.id] = { x: other.x, y: other.y }
      pending.push(other)
    }
  }
}

const hasGrown = (box: Box, before: CanvasGroup | undefined): boolean =>
  before !== undefined && box.height > estimateHeight(before.steps)

const meets = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < cardWidth && b.y < a.y + a.height && a.y < b.y + b.height

function metBefore(a: Box, b: Box, old: ReadonlyMap<string, CanvasGroup>): boolean {
  const [first, second] = [old.get(a.id), old.get(b.id)]
  return first !== undefined && second !== undefined && meets(boxOf(first), boxOf(second))
}
