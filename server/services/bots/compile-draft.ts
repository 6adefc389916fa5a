import { createHash } from "node:crypto"
import { checkSource, compile, listStatements, openDocument } from "#basic"
import type { Statement } from "#basic/ast/nodes.ts"
import { collectDeclarations } from "#basic/declarations/collect.ts"
import type { Diagnostic } from "#basic/diagnostics/diagnostic.ts"
import type { Layout } from "#basic/graph/model.ts"
import type { Bundle } from "#basic/ir/bundle.ts"
import type { BotDeclarations } from "#server/records/publication.ts"
import { mergeDeclarations } from "./merge-declarations.ts"

/** A draft as it can be published, or what stands in the way. */
export type CompiledDraft =
  | {
      readonly ok: true
      readonly bundle: Bundle
      readonly hash: string
      readonly layout: Layout
      readonly declarations: BotDeclarations
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Compiles a source with the step ids of its layout.
 *
 * Shape: `hash` is the sha256, in hex, of the parts of the bundle that decide what it does.
 */
export function compileDraft(source: string, layout: Layout): CompiledDraft {
  const { diagnostics } = checkSource(source)
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics }
  const document = openDocument(source, layout)
  const ids = new Map<Statement, string>()
  listStatements(document.program).forEach(({ statement }, index) => {
    const id = document.layout.stepIds[index]
    if (id !== undefined) ids.set(statement, id)
  })
  const bundle = compile(document.program, (statement) => ids.get(statement) ?? "", source)
  const declarations = mergeDeclarations([
    { name: "start", declarations: collectDeclarations(document.program) },
  ])
  return { ok: true, bundle, hash: hashBundle(bundle), layout: document.layout, declarations }
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
