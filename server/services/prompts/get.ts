import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import {
  loadPrompt,
  loadSplits,
  loadVersions,
  type PromptRow,
  type PromptVersion,
  type Split,
} from "./load.ts"
import { PromptInput } from "./schema.ts"

export interface PromptWithVersions extends PromptRow {
  readonly versions: readonly PromptVersion[]
  readonly splits: readonly Split[]
}

/** A prompt with everything it ever said. Throws: AppError "prompt.not_found". */
export const getPrompt = defineVerb({
  name: "prompts.get",
  permission: "prompts.read",
  input: PromptInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext, { promptId }): Promise<PromptWithVersions> =>
    await container.db.withOrg(orgId, async (tx) => ({
      ...(await loadPrompt(tx, orgId, promptId)),
      versions: await loadVersions(tx, orgId, promptId),
      splits: await loadSplits(tx, orgId, promptId),
    })),
})
