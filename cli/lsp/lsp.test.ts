import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { bundleProgram } from "#server/testing/bundle-program.ts"
import { frame, type Id, type Message, MessageReader } from "./framing.ts"

let main = ""
beforeAll(async () => {
  main = await bundleProgram(fileURLToPath(new URL("../main.ts", import.meta.url)))
})
const startServer = () =>
  spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "lsp"], {
    stdio: ["pipe", "pipe", "pipe"],
  })

/** A client of the protocol, over the streams of a real process. */
class Client {
  readonly process: ChildProcessWithoutNullStreams
  private readonly reader = new MessageReader()
  private readonly answers = new Map<Id, (message: Message) => void>()
  private readonly listeners: { method: string; take: (params: unknown) => void }[] = []
  private nextId = 1

  constructor(process: ChildProcessWithoutNullStreams) {
    this.process = process
    process.stdout.on("data", (bytes: Buffer) => {
      for (const text of this.reader.push(bytes)) this.take(JSON.parse(text) as Message)
    })
  }

  write(bytes: Buffer) {
    this.process.stdin.write(bytes)
  }
  notify(method: string, params: unknown) {
    this.write(frame({ jsonrpc: "2.0", method, params }))
  }
  private send(method: string, params: unknown): { id: Id; answer: Promise<Message> } {
    const id = this.nextId++
    const answer = new Promise<Message>((done) => this.answers.set(id, done))
    this.write(frame({ jsonrpc: "2.0", id, method, params }))
    return { id, answer }
  }
  /** Sends requests and the cancellation of the last one in one piece. */
  sendTogether(...requests: readonly (readonly [string, unknown])[]): Promise<Message>[] {
    const pieces: Buffer[] = []
    const answers = requests.map(([method, params]) => {
      const id = this.nextId++
      pieces.push(frame({ jsonrpc: "2.0", id, method, params }))
      return new Promise<Message>((done) => this.answers.set(id, done))
    })
    const params = { id: this.nextId - 1 }
    pieces.push(frame({ jsonrpc: "2.0", method: "$/cancelRequest", params }))
    this.write(Buffer.concat(pieces))
    return answers
  }
  async ask<T>(method: string, params: unknown): Promise<T> {
    const { result, error } = await this.send(method, params).answer
    if (error !== undefined) throw new Error(error.message)
    return result as T
  }
  /** The next notification of that name. */
  heard<T>(method: string): Promise<T> {
    return new Promise((done) =>
      this.listeners.push({ method, take: (params) => done(params as T) }),
    )
  }

  private take(message: Message) {
    if (message.method !== undefined) {
      const at = this.listeners.findIndex(({ method }) => method === message.method)
      if (at >= 0) this.listeners.splice(at, 1)[0]?.take(message.params)
    } else if (message.id !== undefined && message.id !== null) {
      this.answers.get(message.id)?.(message)
      this.answers.delete(message.id)
    }
  }
}

const uri = "file:///bots/greet.bas"
const textDocument = { uri }
const position = (line: number, character: number) => ({ line, character })
const at = (line: number, character: number) => ({
  textDocument,
  position: position(line, character),
})
const range = (a: number, b: number, c: number, d: number) => ({
  start: position(a, b),
  end: position(c, d),
})
/** The emoji takes two units of UTF-16, so that a server that counts otherwise is found out. */
const script =
  'start:\nTALK "👋 Hello ${name}"\nHEAR name AS NAME\nIF name == "Ana" THEN\n    GOTO start\nEND IF\n'

interface Shown {
  readonly uri: string
  readonly diagnostics: readonly {
    readonly code: string
    readonly message: string
    readonly range: unknown
  }[]
}

let client: Client

beforeAll(async () => {
  client = new Client(startServer())
  await client.ask("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ["markdown", "plaintext"] },
      },
    },
  })
  client.notify("initialized", {})
})
afterAll(async () => {
  const ended = once(client.process, "exit")
  await client.ask("shutdown", null)
  client.notify("exit", null)
  expect(await ended).toEqual([0, null])
})

/** Gives the server a text as a file that was just opened, and waits for its findings. */
async function open(text: string): Promise<Shown> {
  const shown = client.heard<Shown>("textDocument/publishDiagnostics")
  client.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "basic", version: 1, text },
  })
  return await shown
}

/** What a client makes of edits. */
function apply(
  text: string,
  edits: readonly { range: ReturnType<typeof range>; newText: string }[],
) {
  const lines = text.split("\n")
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, edit) =>
        now.slice(0, offset(edit.range.start)) + edit.newText + now.slice(offset(edit.range.end)),
      text,
    )
}

describe("bw lsp", () => {
  it("says what is wrong with a file, counting in UTF-16, and takes it back when the file is closed", async () => {
    const { diagnostics } = await open(script)
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: "basic.double_equals", range: range(3, 8, 3, 10) }),
    ])
    const shown = client.heard<Shown>("textDocument/publishDiagnostics")
    client.notify("textDocument/didClose", { textDocument })
    expect((await shown).diagnostics).toEqual([])
  })

  it("follows changes of parts of the text, one upon the other", async () => {
    await open(script)
    const shown = client.heard<Shown>("textDocument/publishDiagnostics")
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: range(3, 8, 3, 10), text: "=" },
        { range: range(1, 9, 1, 14), text: "Bye" },
        { range: range(4, 9, 4, 14), text: "nowhere" },
      ],
    })
    expect((await shown).diagnostics.map(({ code }) => code)).toEqual(["basic.missing_label"])
    const hover = await client.ask<{ contents: { value: string } }>("textDocument/hover", at(2, 6))
    expect(hover.contents.value).toContain("line 3")
  })

  it("completes with snippets and documents what is looked at", async () => {
    await open(`${script}SET BOT `)
    const list = await client.ask<{ items: { label: string; textEdit: { newText: string } }[] }>(
      "textDocument/completion",
      at(6, 8),
    )
    expect(list.items[0]).toMatchObject({
      label: "SET BOT MEMORY",
      insertTextFormat: 2,
      textEdit: { newText: 'SET BOT MEMORY "${1:key}", ${2:value}', range: range(6, 0, 6, 8) },
    })
    const item = await client.ask<{ documentation: { value: string } }>(
      "completionItem/resolve",
      list.items[0],
    )
    expect(item.documentation.value).toContain("Keeps a value for everyone")
  })

  it("hovers, helps with signatures, finds definitions, references and highlights", async () => {
    await open(script)
    const hover = await client.ask<{ contents: { kind: string; value: string } }>(
      "textDocument/hover",
      at(1, 1),
    )
    expect(hover.contents).toMatchObject({
      kind: "markdown",
      value: expect.stringContaining("TALK {text}"),
    })
    expect(await client.ask("textDocument/signatureHelp", at(1, 5))).toMatchObject({
      activeParameter: 0,
    })
    expect(await client.ask("textDocument/definition", at(4, 11))).toEqual({
      uri,
      range: range(0, 0, 0, 5),
    })
    const references = await client.ask<unknown[]>("textDocument/references", {
      ...at(2, 6),
      context: { includeDeclaration: true },
    })
    expect(references).toEqual([
      { uri, range: range(1, 17, 1, 21) },
      { uri, range: range(2, 5, 2, 9) },
      { uri, range: range(3, 3, 3, 7) },
    ])
    const marks = await client.ask<{ kind: number }[]>("textDocument/documentHighlight", at(2, 6))
    expect(marks.map(({ kind }) => kind)).toEqual([2, 3, 2])
  })

  it("renames everywhere, and refuses with a sentence", async () => {
    await open(script)
    expect(await client.ask("textDocument/prepareRename", at(2, 6))).toEqual({
      range: range(2, 5, 2, 9),
      placeholder: "name",
    })
    const edit = await client.ask<{ changes: Record<string, Parameters<typeof apply>[1]> }>(
      "textDocument/rename",
      {
        ...at(2, 6),
        newName: "guest",
      },
    )
    expect(apply(script, edit.changes[uri] ?? [])).toBe(script.replaceAll("name", "guest"))
    await expect(client.ask("textDocument/rename", { ...at(2, 6), newName: "if" })).rejects.toThrow(
      "if is a word of the language. Choose another name.",
    )
  })

  it("outlines, folds, formats, colours and repairs", async () => {
    const messy = script.replace("    GOTO start", "goto start")
    await open(messy)
    const symbols = await client.ask<{ name: string; children: { name: string }[] }[]>(
      "textDocument/documentSymbol",
      { textDocument },
    )
    expect(
      symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
    ).toEqual([["start", ["name"]]])
    expect(await client.ask("textDocument/foldingRange", { textDocument })).toEqual([
      { startLine: 3, endLine: 4 },
    ])
    const edits = await client.ask<Parameters<typeof apply>[1]>("textDocument/formatting", {
      textDocument,
      options: { tabSize: 4, insertSpaces: true },
    })
    expect(apply(messy, edits)).toBe(script.replace("==", "="))
    const colours = await client.ask<{ data: number[] }>("textDocument/semanticTokens/full", {
      textDocument,
    })
    expect(colours.data.length % 5).toBe(0)
    expect(colours.data.slice(0, 5)).toEqual([0, 0, 5, 3, 0])
    const [action] = await client.ask<
      { title: string; edit: { changes: Record<string, Parameters<typeof apply>[1]> } }[]
    >("textDocument/codeAction", {
      textDocument,
      range: range(3, 8, 3, 8),
      context: { diagnostics: [] },
    })
    expect(action?.title).toBe("Write =")
    expect(apply(messy, action?.edit.changes[uri] ?? [])).toBe(messy.replace("==", "="))
  })

  it("does not answer a request that was cancelled before its turn", async () => {
    await open(script)
    // In one piece, so that the server has read the cancellation before it turns to the second request.
    const [first, second] = client.sendTogether(
      ["textDocument/documentSymbol", { textDocument }],
      ["textDocument/hover", at(1, 1)],
    )
    expect((await first)?.error).toBeUndefined()
    expect((await second)?.error?.code).toBe(-32800)
  })

  it("refuses what it does not know without falling over", async () => {
    await open(script)
    await expect(client.ask("textDocument/inlineValue", { textDocument })).rejects.toThrow(
      "There is no method",
    )
    await expect(
      client.ask("textDocument/hover", {
        textDocument: { uri: "file:///x" },
        position: position(0, 0),
      }),
    ).rejects.toThrow("file:///x is not open")
    client.write(Buffer.from("Content-Length: 5\r\n\r\nhello"))
    expect(await client.ask("textDocument/hover", at(999, 999))).toBeNull()
  })

  it("ends with a sentence when the stream is no protocol, and with 1 when it is told to exit without shutdown", async () => {
    const broken = startServer()
    let said = ""
    broken.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()))
    broken.stdin.write("GET / HTTP/1.1\r\n\r\n")
    expect((await once(broken, "exit"))[0]).toBe(1)
    expect(said).toBe("A message does not say how long it is.\n")
  })
})

describe("framing", () => {
  it("finds the same messages however the bytes are cut", () => {
    const all = Buffer.concat([
      frame({ jsonrpc: "2.0", method: "a", params: "é👋" }),
      frame({ jsonrpc: "2.0", method: "b" }),
    ])
    for (let size = 1; size <= all.length; size++) {
      const reader = new MessageReader()
      const texts: string[] = []
      for (let from = 0; from < all.length; from += size)
        texts.push(...reader.push(all.subarray(from, from + size)))
      expect(texts.map((text) => (JSON.parse(text) as Message).method)).toEqual(["a", "b"])
    }
  })
})
