import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { findModelProvider } from "#catalog/models/index.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const words = (most: number) => z.string().trim().max(most).refine(isStorable, unstorable)
const botId = idOf("bot")
const accountId = idOf("mac")

/** Without a bot: what holds for the whole organization. */
export const ListModelsInput = z.strictObject({ botId: botId.optional() })
export type ListModelsInput = z.input<typeof ListModelsInput>

/** What a model, or a voice, is needed for; "default" answers everything that has no model of its own. */
export const modelNeeds = [
  ...(["default", "fast", "quality", "code", "vision"] as const),
  ...(["transcribe", "speak", "voice", "embed"] as const),
] as const
export type ModelNeedName = (typeof modelNeeds)[number]

const modelNames = z.strictObject({
  default: words(100).min(1),
  fast: words(100).optional(),
  quality: words(100).optional(),
  code: words(100).optional(),
  vision: words(100).optional(),
  transcribe: words(100).optional(),
  speak: words(100).optional(),
  /** Of a text that is said aloud. */
  voice: words(100).optional(),
  embed: words(100).optional(),
})

export const SaveAccountInput = z.strictObject({
  /** Left out for a new one. */
  accountId: accountId.optional(),
  botId: botId.optional(),
  provider: words(40).refine((id) => findModelProvider(id) !== null, {
    error: "is not a provider that is known here",
  }),
  /** Left out: the provider's own address. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  /** Left out: the key stays as it is, as long as the address does. */
  key: words(1_000).min(1).optional(),
  models: modelNames,
  isActive: z.boolean().default(true),
})
export type SaveAccountInput = z.input<typeof SaveAccountInput>

export const AccountInput = z.strictObject({ accountId })
export type AccountInput = z.input<typeof AccountInput>

export const budgetScopes = ["organization", "bot", "contact", "conversation"] as const
export type BudgetScope = (typeof budgetScopes)[number]

export const SetBudgetInput = z.strictObject({
  scope: z.enum(budgetScopes),
  botId: botId.optional(),
  /** Units: US dollars, a month; for a conversation altogether. Null: no limit. */
  dollars: z.number().min(0).max(1_000_000).nullable(),
  warnPercent: z.int().min(1).max(100).default(80),
})
export type SetBudgetInput = z.input<typeof SetBudgetInput>
