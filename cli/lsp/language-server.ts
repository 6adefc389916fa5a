import {
  answerActions,
  answerCompletion,
  answerDefinition,
  answerFolds,
  answerFormatting,
  answerHighlights,
  answerHover,
  answerPrepareRename,
  answerRangeFormatting,
  answerReferences,
  answerRename,
  answerSignature,
  answerSymbols,
  answerTokens,
  type ClientAbilities,
  resolveCompletion,
  toDiagnostic,
} from "./answer-requests.ts"
import { errorCodes, type Handlers, RequestError } from "./connection.ts"
import { type OpenFile, OpenFiles } from "./open-files.ts"
import {
  type ChangeParams,
  type DocumentParams,
  type InitializeParams,
  type OpenParams,
  type PositionParams,
  type RangeParams,
  type ReferenceParams,
  type RenameParams,
  serverCapabilities,
} from "./protocol.ts"

/** What the server needs of the process it runs in. */
export interface LanguageHost {
  send(method: string, params: unknown): void
  /** Runs a task once typing pauses; a task of the same name that waits is dropped. */
  later(name: string, task: () => void): void
  exit(code: number): void
}

type Answer = (file: OpenFile, params: never, client: ClientAbilities) => unknown

/** Requests about a file that is open. Their parameters are shaped by the protocol. */
const answers: Readonly<Record<string, Answer>> = {
  "textDocument/completion": (file, params: PositionParams, client) =>
    answerCompletion(file, params, client),
  "textDocument/hover": (file, params: PositionParams, client) => answerHover(file, params, client),
  "textDocument/signatureHelp": (file, params: PositionParams) => answerSignature(file, params),
  "textDocument/definition": (file, params: PositionParams) => answerDefinition(file, params),
  "textDocument/references": (file, params: ReferenceParams) => answerReferences(file, params),
  "textDocument/documentHighlight": (file, params: PositionParams) =>
    answerHighlights(file, params),
  "textDocument/documentSymbol": answerSymbols,
  "textDocument/foldingRange": answerFolds,
  "textDocument/formatting": answerFormatting,
  "textDocument/rangeFormatting": (file, params: RangeParams) =>
    answerRangeFormatting(file, params),
  "textDocument/prepareRename": (file, params: PositionParams) => answerPrepareRename(file, params),
  "textDocument/rename": (file, params: RenameParams) => answerRename(file, params),
  "textDocument/codeAction": (file, params: RangeParams) => answerActions(file, params),
  "textDocument/semanticTokens/full": answerTokens,
}

type Phase = "new" | "running" | "stopped"

/** The language server: the services of `basic/services` in the words of the protocol. */
export class LanguageServer implements Handlers {
  private phase: Phase = "new"
  private client: ClientAbilities = { hasSnippets: false, markup: "plaintext" }
  private readonly files = new OpenFiles()
  private readonly host: LanguageHost

  constructor(host: LanguageHost) {
    this.host = host
  }

  request(method: string, params: unknown): unknown {
    if (method === "initialize") return this.initialize(params as InitializeParams)
    if (this.phase !== "running")
      throw new RequestError(
        this.phase === "new" ? errorCodes.notInitialized : errorCodes.invalidRequest,
        this.phase === "new" ? "Send initialize first." : "The server was asked to stop.",
      )
    if (method === "shutdown") {
      this.phase = "stopped"
      return null
    }
    if (method === "completionItem/resolve")
      return resolveCompletion(params as { readonly data?: unknown }, this.client)
    const answer = Object.hasOwn(answers, method) ? answers[method] : undefined
    if (answer === undefined)
      throw new RequestError(errorCodes.methodNotFound, `There is no method ${method}.`)
    const { textDocument } = params as DocumentParams
    return answer(this.files.need(textDocument.uri), params as never, this.client)
  }

  notify(method: string, params: unknown) {
    if (method === "exit") return this.host.exit(this.phase === "stopped" ? 0 : 1)
    if (this.phase !== "running") return
    if (method === "textDocument/didOpen") this.show(this.files.open(params as OpenParams))
    else if (method === "textDocument/didChange")
      this.show(this.files.change(params as ChangeParams))
    else if (method === "textDocument/didClose")
      this.close((params as DocumentParams).textDocument.uri)
  }

  private initialize(params: InitializeParams) {
    const completion = params.capabilities?.textDocument?.completion?.completionItem
    const formats = params.capabilities?.textDocument?.hover?.contentFormat ?? []
    this.client = {
      hasSnippets: completion?.snippetSupport === true,
      markup: formats.includes("markdown") ? "markdown" : "plaintext",
    }
    this.phase = "running"
    return { capabilities: serverCapabilities, serverInfo: { name: "botwright" } }
  }

  /** Tells the client what is wrong with a file, once typing pauses. */
  private show({ uri }: OpenFile) {
    this.host.later(uri, () => {
      const file = this.files.find(uri)
      if (file === null) return
      const diagnostics = file.model.check().map((found) => toDiagnostic(file, found))
      this.host.send("textDocument/publishDiagnostics", { uri, version: file.version, diagnostics })
    })
  }

  private close(uri: string) {
    this.files.close(uri)
    this.host.send("textDocument/publishDiagnostics", { uri, diagnostics: [] })
  }
}
