import type { PersonContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadTemplate, type Template } from "./load-template.ts"
import { TemplateInput } from "./schema.ts"

/** What a bot would begin with: to be looked at and tried before it is made. */
export const getTemplate = defineVerb({
  name: "bots.template",
  permission: "signed_in",
  input: TemplateInput,
  audit: null,
  run: (_: PersonContext, { template }): Promise<Template> => loadTemplate(template),
})
