import { z } from "zod"
import { noteColors } from "#basic"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { templates } from "#catalog/starters.ts"
import { isOneLine, isStorable, unstorable } from "../accounts/schema.ts"

export const BotName = z.string().trim().min(1).max(limits.nameChars).refine(isOneLine, {
  error: "must be one line without control characters",
})

/** A bot's public name, as it stands in addresses. */
export const BotSlug = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/, {
  error: "does not have the form of a bot's public name",
})

/** Where a page comes from, as browsers send it: `https://shop.example`, with a port where it is unusual. */
export const Origin = z
  .string()
  .trim()
  .max(300)
  .refine((text) => toOrigin(text) !== null, {
    error: "must be an origin such as https://shop.example, without a path",
  })
  .transform((text) => toOrigin(text) ?? text)

const GroupPlace = z.strictObject({ x: z.number(), y: z.number() }).readonly()

const noteColor = z.enum(noteColors)
const place = z.number().min(-1_000_000).max(1_000_000)
const size = z.number().min(1).max(100_000)
const Note = z
  .strictObject({
    id: z.string().max(100),
    flowId: z.string().max(100),
    kind: z.enum(["note", "region"]),
    x: place,
    y: place,
    width: size,
    height: size,
    text: z.string().max(5_000).refine(isStorable, unstorable),
    color: noteColor,
  })
  .readonly()
const CardLook = z
  .strictObject({ isCollapsed: z.boolean().optional(), color: noteColor.optional() })
  .readonly()

const textOf = z.string().max(20_000).refine(isStorable, unstorable)
const StepTexts = z.record(
  z.string().max(100),
  z.strictObject({ of: textOf, text: textOf }).readonly(),
)
/** A language tag such as "pt" or "pt-BR". */
export const TextLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, { error: "is not a language tag such as pt-BR" })

/** Where the canvas keeps what the source does not say; the shape is `Layout` of the language's graph. */
export const LayoutInput = z.strictObject({
  version: z.literal(1),
  stepIds: z.array(z.string().max(100)).max(20_000).readonly(),
  groups: z.record(z.string().max(100), GroupPlace).readonly(),
  titles: z.record(z.string().max(100), z.string().max(200)).readonly(),
  nextId: z.int().min(0).optional(),
  looks: z.record(z.string().max(100), CardLook).readonly().optional(),
  notes: z.array(Note).max(1_000).readonly().optional(),
  texts: z
    .record(TextLanguage, z.record(z.string().max(100), StepTexts.readonly()).readonly())
    .refine((texts) => Object.keys(texts).length <= limits.languagesPerBot)
    .readonly()
    .optional(),
})

const botId = idOf("bot")
const scriptId = idOf("scr").optional()
const revision = z.int().min(0).max(2_147_483_647)

export const CreateBotInput = z.strictObject({
  name: BotName,
  template: z.enum(templates),
  /** Where whoever makes it is: a name that is not known here counts as UTC. */
  timeZone: z.string().max(60).optional(),
})
export type CreateBotInput = z.input<typeof CreateBotInput>

export const TemplateInput = z.strictObject({ template: z.enum(templates) })
export type TemplateInput = z.input<typeof TemplateInput>

export const BotInput = z.strictObject({ botId })
export type BotInput = z.input<typeof BotInput>

export const RenameBotInput = z.strictObject({ botId, name: BotName })
export type RenameBotInput = z.input<typeof RenameBotInput>

export const SetAllowedOriginsInput = z.strictObject({
  botId,
  origins: z.array(Origin).max(limits.allowedOrigins),
})
export type SetAllowedOriginsInput = z.input<typeof SetAllowedOriginsInput>

export const LoadDraftInput = z.strictObject({ botId, scriptId })
export type LoadDraftInput = z.input<typeof LoadDraftInput>

export const SaveDraftInput = z.strictObject({
  botId,
  scriptId,
  source: z.string().max(limits.draftSourceChars).refine(isStorable, unstorable),
  layout: LayoutInput,
  baseRevision: revision,
})
export type SaveDraftInput = z.input<typeof SaveDraftInput>

const stepName = z.string().max(300).refine(isStorable, unstorable)

/** What changed its name between two versions: step ids and variables, the old ones and the new. Turns that follow keep it. */
export const MoveTableInput = z.strictObject({
  steps: z.record(stepName, stepName).refine((table) => Object.keys(table).length <= 200, {
    error: "must name at most 200 steps",
  }),
  variables: z.record(stepName, stepName).refine((table) => Object.keys(table).length <= 200, {
    error: "must name at most 200 variables",
  }),
})
export type MoveTableInput = z.output<typeof MoveTableInput>

/** What becomes of conversations that run: they finish where they are, follow at their next question, or at once. */
export const RunningInput = z.strictObject({
  kind: z.enum(["finish", "next_hear", "now"]),
  table: MoveTableInput.default({ steps: {}, variables: {} }),
})

export const PublishBotInput = z.strictObject({
  botId,
  baseRevision: revision,
  to: z.enum(["live", "staging"]).default("live"),
  name: z.string().trim().max(limits.nameChars).refine(isOneLine).default(""),
  note: z.string().trim().max(limits.versionNoteChars).refine(isStorable, unstorable).default(""),
  running: RunningInput.default({ kind: "finish", table: { steps: {}, variables: {} } }),
})
export type PublishBotInput = z.input<typeof PublishBotInput>

function toOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === ""
  return isBare && /^https?:$/.test(url.protocol) ? url.origin : null
}
