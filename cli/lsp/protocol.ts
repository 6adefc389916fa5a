/** The part of the Language Server Protocol 3.17 that the server speaks. Lines and characters count from 0, in UTF-16. */

export interface Position {
  readonly line: number
  readonly character: number
}
export interface Range {
  readonly start: Position
  readonly end: Position
}
export interface TextEdit {
  readonly range: Range
  readonly newText: string
}
export interface DocumentParams {
  readonly textDocument: { readonly uri: string }
}
export interface PositionParams extends DocumentParams {
  readonly position: Position
}
export interface RangeParams extends DocumentParams {
  readonly range: Range
}
export interface OpenParams {
  readonly textDocument: { readonly uri: string; readonly version: number; readonly text: string }
}
export interface ChangeParams {
  readonly textDocument: { readonly uri: string; readonly version: number }
  readonly contentChanges: readonly { readonly range?: Range; readonly text: string }[]
}
export interface RenameParams extends PositionParams {
  readonly newName: string
}
export interface ReferenceParams extends PositionParams {
  readonly context: { readonly includeDeclaration: boolean }
}
export interface InitializeParams {
  readonly capabilities?: {
    readonly textDocument?: {
      readonly completion?: {
        readonly completionItem?: {
          readonly snippetSupport?: boolean
          readonly documentationFormat?: readonly string[]
        }
      }
      readonly hover?: { readonly contentFormat?: readonly string[] }
    }
  }
}

/** Numbers of the protocol. */
export const completionKinds = {
  command: 14,
  function: 3,
  variable: 6,
  label: 18,
  procedure: 3,
  member: 5,
  word: 14,
  type: 25,
  snippet: 15,
  table: 22,
} as const
export const symbolKinds = {
  procedure: 12,
  label: 20,
  question: 13,
  table: 23,
  field: 8,
  event: 24,
  parameter: 13,
} as const
export const severities = { error: 1, warning: 2, hint: 4 } as const

/** Colours, in the order the protocol numbers them. */
export const tokenTypes = [
  "keyword",
  "function",
  "property",
  "variable",
  "number",
  "string",
  "operator",
  "comment",
] as const

export const serverCapabilities = {
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: 2 },
  completionProvider: { triggerCharacters: [".", '"', "{"], resolveProvider: true },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ["(", ",", " "] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: ["quickfix"] },
  semanticTokensProvider: { legend: { tokenTypes, tokenModifiers: [] }, full: true },
} as const
