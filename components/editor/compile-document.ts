import {
  type Bundle,
  type FlowDocument,
  type LinkScript,
  link,
  listStatements,
  parse,
  type Statement,
} from "#basic"

/** A flow of the bot as it is linked: the one that is open, or the text of another. */
export type LinkedFlow =
  | { readonly name: string; readonly document: FlowDocument }
  | { readonly name: string; readonly source: string }

/**
 * Links the flows of a bot, the entry first, with the canvas's step ids for the open one, so that what runs
 * can be shown where it stands.
 */
export function compileFlows(flows: readonly LinkedFlow[]): Bundle {
  return link(flows.map((flow) => ("document" in flow ? linkOpen(flow) : linkText(flow))))
}

function linkOpen({ name, document }: Extract<LinkedFlow, { document: FlowDocument }>): LinkScript {
  const { program, layout, source } = document
  const ids = new Map<Statement, string>()
  listStatements(program).forEach(({ statement }, index) => {
    const id = layout.stepIds[index]
    if (id !== undefined) ids.set(statement, id)
  })
  return { name, program, source, stepIds: (statement) => ids.get(statement) ?? "" }
}

const linkText = ({ name, source }: { name: string; source: string }): LinkScript => ({
  name,
  source,
  program: parse(source).program,
})
