import { type Diagnostic, highlightSource } from "#basic"
import { codeActionsAt } from "#basic/services/code-actions.ts"
import { type Completion, completeAt } from "#basic/services/complete.ts"
import { describeWord } from "#basic/services/describe.ts"
import { listFolds } from "#basic/services/folds.ts"
import { formatRange, formatSource } from "#basic/services/format.ts"
import { hoverAt } from "#basic/services/hover.ts"
import { type InsertPart, plainText } from "#basic/services/insertion.ts"
import { findDefinition, findReferences } from "#basic/services/navigate.ts"
import { listOutline, type OutlineItem } from "#basic/services/outline.ts"
import { prepareRename, renameAt } from "#basic/services/rename.ts"
import { signatureAt } from "#basic/services/signature.ts"
import { errorCodes, RequestError } from "./connection.ts"
import type { OpenFile } from "./open-files.ts"
import {
  completionKinds,
  type Position,
  type PositionParams,
  type RangeParams,
  type ReferenceParams,
  type RenameParams,
  severities,
  symbolKinds,
} from "./protocol.ts"
import { type Markup, showDoc, showHover } from "./show-doc.ts"

/** What the client can show. */
export interface ClientAbilities {
  readonly hasSnippets: boolean
  readonly markup: Markup["kind"]
}

export function answerCompletion(file: OpenFile, params: PositionParams, client: ClientAbilities) {
  const items = completeAt(file.model, file.offsetAt(params.position)).map((found, index) =>
    toItem(file, found, index, client),
  )
  return { isIncomplete: false, items }
}

function toItem(
  file: OpenFile,
  found: Completion,
  index: number,
  { hasSnippets }: ClientAbilities,
) {
  const newText = hasSnippets ? toSnippet(found.insert) : plainText(found.insert)
  return {
    label: found.label,
    kind: completionKinds[found.kind],
    sortText: String(index).padStart(5, "0"),
    insertTextFormat: hasSnippets ? 2 : 1,
    textEdit: { range: file.rangeOf(found.replaces), newText },
    ...(found.describes === null ? {} : { data: found.describes }),
  }
}

/** Snippet characters of the text itself are escaped. */
function toSnippet(parts: readonly InsertPart[]): string {
  let count = 0
  const quote = (text: string) => text.replace(/[\\$}]/g, "\\$&")
  const text = parts.map((part) => {
    if (typeof part === "string") return quote(part)
    count++
    const hole = `\${${count}:${quote(part.hole)}}`
    return part.isText ? `"${hole}"` : hole
  })
  return text.join("")
}

/** Adds what the manual says to a completion the client looks at. */
export function resolveCompletion(item: { readonly data?: unknown }, client: ClientAbilities) {
  const doc = typeof item.data === "string" ? describeWord(item.data) : null
  if (doc === null) return item
  return { ...item, detail: doc.forms[0], documentation: showDoc(doc, client.markup) }
}

export function answerHover(file: OpenFile, params: PositionParams, client: ClientAbilities) {
  const found = hoverAt(file.model, file.offsetAt(params.position))
  return found === null
    ? null
    : { contents: showHover(found, client.markup), range: file.rangeOf(found) }
}

export function answerSignature(file: OpenFile, params: PositionParams) {
  const help = signatureAt(file.model, file.offsetAt(params.position))
  if (help === null) return null
  const signatures = help.forms.map(({ label, operands }) => ({
    label,
    ...(help.summary === "" ? {} : { documentation: help.summary }),
    parameters: operands.map(({ start, end, doc }) => ({
      label: [start, end],
      ...(doc === "" ? {} : { documentation: doc }),
    })),
  }))
  const { activeForm, activeOperand } = help
  // A number beyond the last parameter means that none is active.
  const none = signatures[activeForm]?.parameters.length ?? 0
  return { signatures, activeSignature: activeForm, activeParameter: activeOperand ?? none }
}

export function answerDefinition(file: OpenFile, params: PositionParams) {
  const found = findDefinition(file.model, file.offsetAt(params.position))
  return found === null ? null : { uri: file.uri, range: file.rangeOf(found) }
}

export const answerReferences = (file: OpenFile, params: ReferenceParams) =>
  findReferences(file.model, file.offsetAt(params.position), {
    includesDefinition: params.context.includeDeclaration,
  }).map((found) => ({ uri: file.uri, range: file.rangeOf(found) }))

export const answerHighlights = (file: OpenFile, params: PositionParams) =>
  findReferences(file.model, file.offsetAt(params.position), { includesDefinition: true }).map(
    (found) => ({ range: file.rangeOf(found), kind: found.role === "read" ? 2 : 3 }),
  )

export const answerSymbols = (file: OpenFile) =>
  listOutline(file.model).map((item) => toSymbol(file, item))

function toSymbol(file: OpenFile, item: OutlineItem): object {
  return {
    name: item.name === "" ? "?" : item.name,
    detail: item.detail,
    kind: symbolKinds[item.kind],
    range: file.rangeOf(item.span),
    selectionRange: file.rangeOf(item.selection),
    children: item.children.map((child) => toSymbol(file, child)),
  }
}

export const answerFolds = (file: OpenFile) =>
  listFolds(file.model).map(({ start, end, kind }) => ({
    startLine: file.positionAt(start).line,
    endLine: file.positionAt(end).line,
    ...(kind === "comment" ? { kind: "comment" } : {}),
  }))

export const answerFormatting = (file: OpenFile) => file.editsOf(formatSource(file.model))
export const answerRangeFormatting = (file: OpenFile, params: RangeParams) =>
  file.editsOf(formatRange(file.model, file.spanOf(params.range)))

export function answerPrepareRename(file: OpenFile, params: PositionParams) {
  const found = prepareRename(file.model, file.offsetAt(params.position))
  return found === null ? null : { range: file.rangeOf(found), placeholder: found.text }
}

export function answerRename(file: OpenFile, params: RenameParams) {
  const result = renameAt(file.model, file.offsetAt(params.position), params.newName)
  if (!result.ok) throw new RequestError(errorCodes.requestFailed, result.message)
  return { changes: { [file.uri]: file.editsOf(result.edits) } }
}

export const answerActions = (file: OpenFile, params: RangeParams) =>
  codeActionsAt(file.model, file.spanOf(params.range)).map((action) => ({
    title: action.count > 1 ? `${action.title} (all ${action.count})` : action.title,
    kind: "quickfix",
    diagnostics: [toDiagnostic(file, action.diagnostic)],
    ...(action.count > 1 ? {} : { isPreferred: true }),
    edit: { changes: { [file.uri]: file.editsOf(action.edits) } },
  }))

export const toDiagnostic = (file: OpenFile, found: Diagnostic) => ({
  range: file.rangeOf(found.span),
  severity: severities[found.severity],
  code: found.code,
  source: "botwright",
  message: found.hint === undefined ? found.message : `${found.message} ${found.hint}`,
})

/** Colours, each as the distance from the one before it: lines, characters, length, type, no modifiers. */
export function answerTokens(file: OpenFile) {
  const types = {
    keyword: 0,
    function: 1,
    property: 2,
    variable: 3,
    number: 4,
    text: 5,
    operator: 6,
    comment: 7,
  }
  const out: number[] = []
  let last: Position = { line: 0, character: 0 }
  const { lines, source } = file.model
  for (const { start, end, kind } of highlightSource(source)) {
    // The protocol colours no stretch over a line break.
    for (let from = start; from < end; ) {
      const at = file.positionAt(from)
      const lineEnd = from - at.character + lines.lineText(at.line + 1).length
      const to = Math.min(end, lineEnd)
      if (to > from) {
        const isSameLine = at.line === last.line
        const ahead = isSameLine ? at.character - last.character : at.character
        out.push(at.line - last.line, ahead, to - from, types[kind], 0)
        last = at
      }
      const next = lines.offsetAt({ line: at.line + 2, column: 1 })
      from = to < end && next > from ? next : end
    }
  }
  return { data: out }
}
