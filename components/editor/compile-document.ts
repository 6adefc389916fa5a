import {
  type Bundle,
  type FlowDocument,
  type Layout,
  type LinkScript,
  link,
  listStatements,
  parse,
  readVariants,
  type Statement,
} from "#basic"

/** A flow of the bot as it is linked: the one that is open, or the text of another. */
export type LinkedFlow =
  | { readonly name: string; readonly document: FlowDocument }
  | { readonly name: string; readonly source: string; readonly layout?: Layout }

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
  const variants = readVariants(program, layout, source)
  return { name, program, source, stepIds: (statement) => ids.get(statement) ?? "", variants }
}

function linkText({ name, source, layout }: Extract<LinkedFlow, { source: string }>): LinkScript {
  const { program } = parse(source)
  const variants = layout && readVariants(program, layout, source)
  return { name, source, program, ...(variants && { variants }) }
}
