import type { builderTexts } from "./en/builder.ts"
import type { core } from "./en/core.ts"
import type { evaluationTexts } from "./en/evaluations.ts"
import type { findingTexts } from "./en/findings.ts"
import type { historyTexts } from "./en/history.ts"
import type { keyTexts } from "./en/keys.ts"
import type { knowledgeTexts } from "./en/knowledge.ts"
import type { promptTexts } from "./en/prompts.ts"
import type { sourceTexts } from "./en/source.ts"
import type { understandingTexts } from "./en/understanding.ts"

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common"
    keySeparator: false
    resources: typeof core &
      typeof builderTexts &
      typeof sourceTexts &
      typeof findingTexts &
      typeof knowledgeTexts &
      typeof understandingTexts &
      typeof promptTexts &
      typeof keyTexts &
      typeof evaluationTexts &
      typeof historyTexts
  }
}
