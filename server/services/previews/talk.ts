import { LRUCache } from "lru-cache"
import { openPreview, type Preview, type PreviewEvent } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { findZone } from "#catalog/find-zone.ts"
import type { Choice, Waiting } from "#catalog/messages.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { paramOf } from "#server/records/settings/setting-names.ts"
import { readDefinition, readPinned } from "#server/records/understanding/read-definition.ts"
import { type CompiledDraft, compileDraft } from "../bots/compile-draft.ts"
import type { AnyoneContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScripts } from "../scripts/load.ts"
import { spend } from "../spend.ts"
import { readScriptsOf } from "../versions/load.ts"
import { checkPass, loadLink, type OpenLink } from "./load.ts"
import { runUnderstood } from "./run-understood.ts"
import { type PreviewAct, TalkToPreviewInput } from "./schema.ts"

/** One line of a conversation with a preview. */
export interface PreviewLine {
  readonly from: "bot" | "contact"
  readonly text: string
  readonly choices?: readonly Choice[]
}

/** The whole conversation as it stands after the acts. */
export interface PreviewTalk {
  readonly lines: readonly PreviewLine[]
  readonly waiting: Waiting | null
  /** It stopped with an error of the program. */
  readonly hasFailed: boolean
}

/** A turn of a preview may compute this much: it runs where others are served, too. */
const instructions = 500_000

type Runnable = Extract<CompiledDraft, { ok: true }>
/** Compiled texts by what they say, so that a conversation compiles once. */
const compiled = new LRUCache<string, CompiledDraft>({ max: 100 })

/**
 * Holds a conversation with what a preview link shows: everything outside is pretended and nothing is
 * stored, so it is run anew from its first act each time.
 *
 * Throws: AppError "preview.not_found", "preview.password_refused", "preview.broken", "request.too_many".
 */
export const talkToPreview = defineVerb({
  name: "previews.talk",
  permission: "anyone",
  input: TalkToPreviewInput,
  audit: null,
  run: async ({ container, ip }: AnyoneContext, input): Promise<PreviewTalk> => {
    await spend(container, "previewPerIp", ip)
    const link = await loadLink(container, input.token)
    checkPass(container, link, input.pass)
    const { program, zone, params, understanding } = await readBot(container, link)
    const { events, waiting } = await runUnderstood(
      (text) =>
        container.understanding.ask(link, understanding, text, {
          nowMs: input.beganMs,
          ...(zone !== null && { zone }),
        }),
      (answer) => {
        const preview = openPreview(program.bundle, {
          nowMs: input.beganMs,
          limits: { instructions },
          ...(input.language !== undefined && { language: input.language }),
          ...(zone !== null && { zone }),
          ...{ params, understanding, answer },
        })
        preview.start()
        for (const act of input.acts) perform(preview, act)
        return preview
      },
    )
    return {
      lines: events.flatMap(toLine),
      waiting,
      hasFailed: events.some(({ kind }) => kind === "fault"),
    }
  },
})

async function readBot({ db }: Container, { orgId, botId, ref }: OpenLink) {
  const { scripts, timeZone, params, understanding } = await db.withOrg(orgId, async (tx) => {
    const scripts =
      ref === null
        ? await readScripts(tx, orgId, botId)
        : await readScriptsOf(tx, orgId, botId, ref)
    const [bot] = await tx.rows<{ timeZone: string }>(
      `select time_zone as "timeZone" from bots where org_id = $1 and id = $2`,
      [orgId, botId],
    )
    const params = await tx.rows<{ name: string; value: string }>(
      `select name, value from bot_settings
       where org_id = $1 and bot_id = $2 and name like 'param-%' and not is_secret`,
      [orgId, botId],
    )
    const understanding = ref?.startsWith("ver_")
      ? await readPinned(tx, orgId, ref)
      : await readDefinition(tx, orgId, botId)
    return { scripts, timeZone: bot?.timeZone ?? "UTC", params, understanding }
  })
  const key = JSON.stringify([orgId, scripts.map(({ name, source }) => [name, source])])
  const known = compiled.get(key) ?? compileDraft(scripts)
  compiled.set(key, known)
  const program: Runnable = known.ok ? known : refuse(known.diagnostics)
  const values: Readonly<Record<string, Json>> = Object.fromEntries(params.map(paramOf))
  return { program, zone: findZone(timeZone), params: values, understanding }
}

function refuse(diagnostics: readonly { readonly severity: string }[]): never {
  const count = diagnostics.filter(({ severity }) => severity === "error").length
  throw new AppError("preview.broken", { count })
}

function perform(preview: Preview, act: PreviewAct) {
  if ("say" in act) preview.send({ text: act.say })
  else if ("choose" in act) preview.send({ choice: act.choose })
  else preview.skipTime(act.skip)
}

/** What nobody says stays with the builders. */
function toLine(event: PreviewEvent): PreviewLine[] {
  if (event.kind === "you") return [{ from: "contact", text: event.text }]
  if (event.kind !== "bot") return []
  const { text, choices } = event
  return [{ from: "bot", text, ...(choices !== undefined && { choices }) }]
}
