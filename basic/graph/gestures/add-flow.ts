/** Adds a flow of its own: a SUB at the end of the file. */
import { parse } from "../../parser/parse.ts"
import { lineBreakOf } from "../lines.ts"
import type { Gesture } from "../model.ts"
import { labelFromTitle } from "../titles.ts"
import { type Draft, revise } from "./draft.ts"
import type { Done } from "./outcome.ts"
import { insertLines } from "./write.ts"

export function addFlow(draft: Draft, { name }: Extract<Gesture, { kind: "addFlow" }>): Done {
  const own = freeName(draft, name)
  const lines = [`SUB ${own}()`, "END SUB"]
  if (draft.source.trim() !== "") lines.unshift("")
  const text = lines.join(lineBreakOf(draft.source))
  const slot = { offset: draft.source.length, indent: "" }
  const added = revise(draft, [insertLines(draft, slot, { text, carries: [] })])
  const flowId = added.layout.stepIds.at(-1)!
  const titles = own === name ? added.layout.titles : { ...added.layout.titles, [flowId]: name }
  return {
    draft: { ...added, layout: { ...added.layout, titles } },
    focusGroupId: `${flowId}.start`,
  }
}

/** A name that no other SUB or FUNCTION has and that CALL can read. */
function freeName(draft: Draft, title: string): string {
  const used = new Set(
    draft.steps.flatMap(({ statement }) =>
      statement.kind === "ProcedureStatement" ? [statement.name.toLowerCase()] : [],
    ),
  )
  const slug = labelFromTitle(title)
  const base = isProcedureName(slug) ? slug : `${slug}_flow`
  let name = base
  for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${base}_${count}`
  return name
}

function isProcedureName(name: string): boolean {
  const { program, diagnostics } = parse(`SUB ${name}()\nEND SUB\nCALL ${name}()\n`)
  const [sub, call] = program.body.statements
  return (
    diagnostics.length === 0 &&
    sub?.kind === "ProcedureStatement" &&
    call?.kind === "CallStatement" &&
    call.name === name
  )
}
