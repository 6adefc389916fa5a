import type { builderTexts } from "./en/builder.ts"
import type { core } from "./en/core.ts"

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common"
    keySeparator: false
    resources: typeof core & typeof builderTexts
  }
}
