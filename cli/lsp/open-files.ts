import type { Span } from "#basic"
import { openSource, type SourceModel } from "#basic/services/source-model.ts"
import { errorCodes, RequestError } from "./connection.ts"
import type { ChangeParams, OpenParams, Position, Range, TextEdit } from "./protocol.ts"

/** A file as the client has it open, with places in its terms. */
export class OpenFile {
  readonly uri: string
  readonly version: number
  readonly model: SourceModel

  constructor(uri: string, version: number, model: SourceModel) {
    this.uri = uri
    this.version = version
    this.model = model
  }

  offsetAt({ line, character }: Position): number {
    const { lines, source } = this.model
    if (line < 0) return 0
    if (line >= lines.lineCount) return source.length
    const start = lines.offsetAt({ line: line + 1, column: 1 })
    return start + Math.min(Math.max(character, 0), lines.lineText(line + 1).length)
  }
  positionAt(offset: number): Position {
    const { line, column } = this.model.lines.positionAt(offset)
    return { line: line - 1, character: column - 1 }
  }
  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) }
  }
  spanOf({ start, end }: Range): Span {
    const from = this.offsetAt(start)
    return { start: from, end: Math.max(from, this.offsetAt(end)) }
  }
  editsOf(edits: readonly { readonly span: Span; readonly text: string }[]): TextEdit[] {
    return edits.map(({ span, text }) => ({ range: this.rangeOf(span), newText: text }))
  }
}

/** The files a client has open. Their texts come from the client only; nothing is read from disk. */
export class OpenFiles {
  private readonly files = new Map<string, OpenFile>()

  open({ textDocument: { uri, version, text } }: OpenParams): OpenFile {
    return this.keep(new OpenFile(uri, version, openSource(text)))
  }

  /** Applies changes in order; each one refers to the text the one before it left. */
  change({ textDocument: { uri, version }, contentChanges }: ChangeParams): OpenFile {
    let file = this.need(uri)
    for (const { range, text } of contentChanges) {
      const model =
        range === undefined
          ? openSource(text)
          : file.model.edit([{ span: file.spanOf(range), text }])
      file = new OpenFile(uri, version, model)
    }
    return this.keep(file)
  }

  close(uri: string) {
    this.files.delete(uri)
  }

  find(uri: string): OpenFile | null {
    return this.files.get(uri) ?? null
  }

  /** The open file of that name; throws RequestError when the client has not opened it. */
  need(uri: string): OpenFile {
    const file = this.files.get(uri)
    if (file === undefined)
      throw new RequestError(errorCodes.requestFailed, `${uri} is not open. Open it first.`)
    return file
  }

  private keep(file: OpenFile): OpenFile {
    this.files.set(file.uri, file)
    return file
  }
}
