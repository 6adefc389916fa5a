import type { Declarations } from "#basic"
import type { BotDeclarations } from "#server/records/publication.ts"

/** What one script declares. */
export interface DeclaringScript {
  readonly name: string
  readonly declarations: Declarations
}

/** Joins what the scripts of a bot declare, each entry with the name of its script. */
export function mergeDeclarations(scripts: readonly DeclaringScript[]): BotDeclarations {
  const collect = <Entry extends object>(part: (of: Declarations) => readonly Entry[]) =>
    scripts.flatMap(({ name, declarations }) =>
      part(declarations).map((entry) => ({ ...entry, inScript: name })),
    )
  return {
    tools: collect((of) => of.tools),
    tables: collect((of) => of.tables),
    schedules: collect((of) => of.schedules),
    webhooks: collect((of) => of.webhooks),
    events: collect((of) => of.events),
    roles: collect((of) => of.roles.map((value) => ({ value }))),
    knowledge: collect((of) => of.knowledge),
    websites: collect((of) => of.websites),
    bots: collect((of) => of.bots),
    usedTools: collect((of) => of.usedTools),
    scripts: collect((of) => of.scripts),
    includes: collect((of) => of.includes),
    isStrict: scripts.some(({ declarations }) => declarations.isStrict),
  }
}
