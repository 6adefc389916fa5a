import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { loadContent } from "./load.ts"
import { printPackage } from "./print-package.ts"
import { ExportPackageInput } from "./schema.ts"

/** A bot as one file. */
export interface ExportedPackage {
  /** A name for the file. */
  readonly fileName: string
  readonly base64: string
}

/** Packs a bot: flows, places, texts, tests, documents and settings without the values of secrets. Throws: AppError "bot.not_found". */
export const exportPackage = defineVerb({
  name: "packages.export",
  permission: "bots.update",
  input: ExportPackageInput,
  audit: null,
  run: async (context: ServiceContext, { botId }): Promise<ExportedPackage> => {
    const content = await loadContent(context, botId)
    const entries = printPackage(content)
    const bytes = await context.container.documentWork.run("zip", { entries })
    const stem = content.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "bot"
    return {
      fileName: `${stem.toLowerCase()}.zip`,
      base64: Buffer.from(bytes).toString("base64"),
    }
  },
})
