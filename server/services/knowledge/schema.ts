import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")
const baseId = idOf("kbs")
const documentId = idOf("doc")
const siteId = idOf("web")
const name = z.string().trim().min(1).max(limits.nameChars).refine(isStorable, unstorable)

export const KnowledgeInput = z.strictObject({ botId })
export type KnowledgeInput = z.input<typeof KnowledgeInput>

export const CreateBaseInput = z.strictObject({ botId, name })
export type CreateBaseInput = z.input<typeof CreateBaseInput>

/** "use-lite-en" comes with the product; others are `provider:model`, as `knowledge.embedders` lists them. */
export const ChangeModelInput = z.strictObject({
  botId,
  baseId,
  model: z.string().trim().min(1).max(150).refine(isStorable, unstorable),
})
export type ChangeModelInput = z.input<typeof ChangeModelInput>

export const BaseInput = z.strictObject({ botId, baseId })
export type BaseInput = z.input<typeof BaseInput>

/** The bytes come from the multipart parser alone: nothing in JSON is one. */
export const AddDocumentInput = z.strictObject({
  botId,
  baseId,
  name: z.string().min(1).max(limits.filePathChars).refine(isStorable, unstorable),
  bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array),
})
export type AddDocumentInput = z.input<typeof AddDocumentInput>

export const DocumentInput = z.strictObject({ botId, documentId })
export type DocumentInput = z.input<typeof DocumentInput>

export const ListChunksInput = z.strictObject({
  botId,
  documentId,
  /** The position of the last passage one has; -1 for the beginning. */
  cursor: z.int().min(-1).max(10_000_000).default(-1),
  /** Lists that grow page by page send it along. */
  direction: z.literal("forward").optional(),
})
export type ListChunksInput = z.input<typeof ListChunksInput>

export const SearchKnowledgeInput = z.strictObject({
  botId,
  bases: z.array(name).max(limits.knowledgeBasesPerBot).default([]),
  text: z.string().trim().min(1).max(limits.knowledgeQuestionChars).refine(isStorable, unstorable),
  limit: z.int().min(1).max(limits.passagesPerSearch).default(3),
})
export type SearchKnowledgeInput = z.input<typeof SearchKnowledgeInput>

export const AddSiteInput = z.strictObject({
  botId,
  baseId,
  url: z.string().trim().min(1).max(2_000).refine(isStorable, unstorable),
  maxDepth: z.int().min(0).max(limits.siteDepth).default(2),
  maxPages: z.int().min(1).max(limits.sitePages).default(50),
  refreshHours: z
    .int()
    .min(1)
    .max(24 * 365)
    .default(24 * 30),
})
export type AddSiteInput = z.input<typeof AddSiteInput>

export const SiteInput = z.strictObject({ botId, siteId })
export type SiteInput = z.input<typeof SiteInput>
