import { type Bundle, compile, type FlowDocument, listStatements, type Statement } from "#basic"

/** Compiles an open program with the canvas's step ids, so that what runs can be shown where it stands. */
export function compileDocument({ program, layout, source }: FlowDocument): Bundle {
  const ids = new Map<Statement, string>()
  listStatements(program).forEach(({ statement }, index) => {
    const id = layout.stepIds[index]
    if (id !== undefined) ids.set(statement, id)
  })
  return compile(program, (statement) => ids.get(statement) ?? "", source)
}
