/** Where groups of a flow stand: in its outermost block, or in the body of a loop when they belong to one. */
import { type BlockPlace, type Card, loopWord } from "../cards.ts"
import { endWordOf } from "../to-ast.ts"
import { blockAt, cardsOf, type Draft, locate } from "./draft.ts"
import { isSamePlace, placeAround } from "./reach.ts"
import { slotAt } from "./regions.ts"

/** The nearest block around a place that an edge from there can lead into, branches left out. */
export function homeOf(draft: Draft, place: BlockPlace): BlockPlace {
  let home = place
  for (let around = placeAround(draft, home); around !== null && isBranch(draft, home); ) {
    home = around
    around = placeAround(draft, home)
  }
  return home
}

function isBranch(draft: Draft, { ownerId }: BlockPlace): boolean {
  const kind = ownerId === null ? undefined : locate(draft, ownerId)?.statement.kind
  return kind === "IfStatement" || kind === "SelectStatement"
}

/** The statement after which nothing goes on: the next round in a loop, else the end of the flow. */
export function endWord(draft: Draft, { block, flowId }: Pick<Card, "block" | "flowId">): string {
  const { ownerId } = homeOf(draft, block)
  const holder = ownerId === null ? undefined : locate(draft, ownerId)?.statement
  if (holder !== undefined && loopWord(holder.kind) !== null) return "CONTINUE"
  const flow = flowId === "main" ? undefined : locate(draft, flowId)?.statement
  if (flow?.kind !== "ProcedureStatement") return endWordOf({ kind: "main" })
  return endWordOf({ kind: flow.word === "SUB" ? "sub" : "function" })
}

/** Where a new group goes: behind everything in the block but the SUBs and FUNCTIONs that stand there. */
export function endOfHome(draft: Draft, home: BlockPlace): { offset: number; indent: string } {
  const statements = blockAt(draft, home)?.statements ?? []
  const end = statements.findLastIndex(({ kind }) => kind !== "ProcedureStatement") + 1
  const { indent } = slotAt(draft, home, Math.min(Math.max(end, 1), statements.length))
  return { ...slotAt(draft, home, end), indent }
}

/** Whether the text goes on behind the last card of a block. */
export function runsOn(draft: Draft, home: BlockPlace): boolean {
  const last = cardsOf(draft).findLast(({ block }) => isSamePlace(block, home))
  return last !== undefined && last.exitAt === null && last.falls
}
