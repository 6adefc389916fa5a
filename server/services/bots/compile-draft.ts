import { createHash } from "node:crypto"
import {
  checkScripts,
  checkTexts,
  collectDeclarations,
  type Diagnostic,
  link,
  listLanguages,
  listStatements,
  openDocument,
  parse,
  readVariants,
} from "#basic"
import { approvedCall, asksFirst, confirmedCall } from "#basic/assistant/approved-call.ts"
import type { Statement } from "#basic/ast/nodes.ts"
import type { FlowDocument, Layout } from "#basic/graph/model.ts"
import type { Bundle } from "#basic/ir/bundle.ts"
import type { BotDeclarations } from "#server/records/publication.ts"
import { mergeDeclarations } from "./merge-declarations.ts"

/** A flow as it is published. */
export interface PublishedScript {
  readonly name: string
  readonly source: string
  readonly layout: Layout
}

/** A finding, with the flow it is in unless that is the first. */
export type ScriptDiagnostic = Diagnostic & { readonly script?: string }

/** A draft as it can be published, or what stands in the way. */
export type CompiledDraft =
  | {
      readonly ok: true
      readonly bundle: Bundle
      readonly hash: string
      /** With the step ids the bundle names. */
      readonly scripts: readonly PublishedScript[]
      readonly declarations: BotDeclarations
      /** Scripts that are called and not there, and whatever else does not stand in the way. */
      readonly warnings: readonly ScriptDiagnostic[]
    }
  | { readonly ok: false; readonly diagnostics: readonly ScriptDiagnostic[] }

/**
 * Links the flows of a bot, the entry first, with the step ids of their layouts.
 *
 * Shape: `hash` is the sha256, in hex, of the parts of the bundle that decide what it does.
 */
export function compileDraft(drafts: readonly PublishedScript[]): CompiledDraft {
  const checked = checkScripts(drafts)
  const diagnostics = checked.flatMap((script, index) =>
    script.diagnostics.map(
      (found): ScriptDiagnostic => (index === 0 ? found : { ...found, script: script.name }),
    ),
  )
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics }
  const opened = drafts.map((draft) => ({
    name: draft.name,
    source: draft.source,
    document: openDocument(draft.source, draft.layout),
  }))
  const bundle = link([
    ...opened.map(({ name, source, document }) => {
      const ids = new Map<Statement, string>()
      listStatements(document.program).forEach(({ statement }, index) => {
        const id = document.layout.stepIds[index]
        if (id !== undefined) ids.set(statement, id)
      })
      const stepIds = (statement: Statement) => ids.get(statement) ?? ""
      const variants = readVariants(document.program, document.layout, source)
      return { name, source, program: document.program, stepIds, variants }
    }),
    ...(opened.some(({ source }) => asksFirst(source)) ? callScripts : []),
  ])
  return {
    ok: true,
    bundle,
    hash: hashBundle(bundle),
    scripts: opened.map(({ name, source, document }) => ({
      name,
      source,
      layout: document.layout,
    })),
    declarations: mergeDeclarations(
      opened.map(({ name, document }) => ({
        name,
        declarations: collectDeclarations(document.program),
      })),
    ),
    warnings: [...diagnostics, ...checkLanguages(opened)],
  }
}

/** Without steps of their own: nobody draws them. */
const callScripts = [approvedCall, confirmedCall].map(({ name, source }) => ({
  name,
  program: parse(source).program,
  stepIds: () => "",
}))

/** A language that one flow speaks is expected of all. */
function checkLanguages(
  opened: readonly { readonly name: string; readonly document: FlowDocument }[],
): ScriptDiagnostic[] {
  const languages = [...new Set(opened.flatMap(({ document }) => listLanguages(document.layout)))]
  return opened.flatMap(({ name, document: { program, layout, source } }, index) =>
    checkTexts(program, layout, source, languages).map(
      (found): ScriptDiagnostic => (index === 0 ? found : { ...found, script: name }),
    ),
  )
}

/** The hashed parts of a bundle, as they are stored. */
export function programOf(bundle: Bundle): Omit<Bundle, "debug"> {
  const { debug: _, ...program } = bundle
  return program
}

function hashBundle(bundle: Bundle): string {
  return createHash("sha256")
    .update(JSON.stringify(programOf(bundle)))
    .digest("hex")
}
