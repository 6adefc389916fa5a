import type { ScriptTool } from "#server/records/tools/read-tools.ts"
import { journalNameOf, type OfferedTool } from "./offered-tool.ts"

/** A script of the version. Its call is noted first; what it does stands behind that in the journal. */
export const makeScriptTool = ({
  name,
  script,
  entry,
  description,
  schema,
}: ScriptTool): OfferedTool => ({
  ...{ name, description, schema, isParallel: false, call: { script, entry } },
  perform: async (args, step) => {
    await step.record(async () => null, { name: journalNameOf(name), arguments: { ...args } })
    return await step.runScript({ script, entry, inputs: args })
  },
})
