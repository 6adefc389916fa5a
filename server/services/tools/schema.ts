import { z } from "zod"
import type { Json } from "#basic/vm/value.ts"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")
const words = (most: number) => z.string().trim().min(1).max(most).refine(isStorable, unstorable)

/** What a program says that would use a bot's tools. */
export const OfferedToolsInput = z.strictObject({ key: z.string().max(1_000) })
export type OfferedToolsInput = z.input<typeof OfferedToolsInput>

export const CallToolInput = z.strictObject({
  key: z.string().max(1_000),
  name: z.string().max(200),
  arguments: z.custom<Json>(() => true),
  /** How many runs that started each other stand behind this call. */
  depth: z.int().min(0).max(limits.eventDepth).default(0),
})
export type CallToolInput = z.input<typeof CallToolInput>

export const ListServicesInput = z.strictObject({ botId })
export type ListServicesInput = z.input<typeof ListServicesInput>

export const ImportServiceInput = z.strictObject({
  botId,
  /** How scripts and models call it: `shop` makes `shop.find-order`. */
  name: words(40).regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, {
    error: "has letters, figures, hyphens and underscores alone",
  }),
  /** An OpenAPI 3 document as JSON. */
  document: z.string().min(2).max(2_000_000),
  /** Takes the place of the document's own server. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  key: words(1_000).optional(),
  /** Which header carries the key; Authorization when left out. */
  keyHeader: words(60)
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/, { error: "is the name of a header" })
    .optional(),
  /** Ids of the operations that become tools; all when left out. */
  operations: z.array(words(120)).max(200).optional(),
})
export type ImportServiceInput = z.input<typeof ImportServiceInput>

export const ServiceInput = z.strictObject({ botId, serviceId: idOf("tsv") })
export type ServiceInput = z.input<typeof ServiceInput>
