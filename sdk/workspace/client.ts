/** What a program does with a key of its organization: builds, publishes, teaches and reads its bots. */
import type { ChatMessage } from "../chat/types.ts"
import {
  type HttpOptions,
  type HttpRequest,
  requestBytes,
  requestForm,
  requestJson,
  requestNothing,
} from "../http.ts"
import type {
  Bot,
  ConversationItem,
  Flow,
  FlowList,
  FoundPassages,
  ImportedBot,
  KnowledgeBase,
  KnowledgeDocument,
  Page,
  Published,
  WrittenFlow,
} from "./types.ts"

export interface WorkspaceOptions extends HttpOptions {
  /** From the settings of the organization: "bw_...". Keep it on servers. */
  readonly key: string
}

/** Sent along with what creates something: the same key again gives the same answer and creates nothing. */
export interface Once {
  readonly idempotencyKey?: string
}

/** A file to send, under the name people will see. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface ConversationQuery {
  readonly state?: "all" | ConversationItem["state"]
  /** The first and last day: "2030-05-01". */
  readonly from?: string
  readonly until?: string
  readonly search?: string
  readonly offset?: number
}

type Call = Omit<HttpRequest, "token">

/** Every call throws `ApiError` when the server refuses; switch on its `code`. */
export class Workspace {
  private readonly options: WorkspaceOptions

  constructor(options: WorkspaceOptions) {
    this.options = { ...options, origin: options.origin.replace(/\/+$/, "") }
  }

  private json<T>(call: Call): Promise<T> {
    return requestJson<T>(this.options, { ...call, token: this.options.key })
  }

  private async items<T>(path: string): Promise<readonly T[]> {
    return (await this.json<{ items: readonly T[] }>({ method: "GET", path })).items
  }

  private send<T>(path: string, { name, bytes }: SentFile, fields: object, once: Once): Promise<T> {
    const form = new FormData()
    form.set("file", new File([bytes], name))
    for (const [field, value] of Object.entries(fields)) form.set(field, String(value))
    return requestForm<T>(this.options, { path, form, token: this.options.key, ...once })
  }

  readonly bots = {
    list: () => this.items<Bot>("/org/bots"),
    get: (bot: string) => this.json<Bot>({ method: "GET", path: botPath(bot) }),
    create: (body: { name: string; template?: string }, once: Once = {}) =>
      this.json<Bot>({ method: "POST", path: "/org/bots", body, ...once }),
    /** Into the bin, where it lies for thirty days. */
    delete: (bot: string) =>
      requestNothing(this.options, {
        ...{ method: "DELETE", path: botPath(bot), token: this.options.key },
      }),
    publish: (
      bot: string,
      body: { baseRevision: number; to?: "live" | "staging"; name?: string; note?: string },
      once: Once = {},
    ) =>
      this.json<Published>({ method: "POST", path: botPath(bot, "publications"), body, ...once }),
  }

  readonly flows = {
    list: (bot: string) => this.json<FlowList>({ method: "GET", path: botPath(bot, "flows") }),
    read: (bot: string, flow = "start") =>
      this.json<Flow>({ method: "GET", path: botPath(bot, "flows", flow) }),
    /** With `baseRevision`, nothing is overwritten that somebody else wrote meanwhile; 0 is for a new flow. */
    write: (bot: string, flow: string, body: { source: string; baseRevision?: number }) =>
      this.json<WrittenFlow>({ method: "PUT", path: botPath(bot, "flows", flow), body }),
  }

  readonly packages = {
    export: (bot: string): Promise<Uint8Array> =>
      requestBytes(this.options, { path: botPath(bot, "package"), token: this.options.key }),
    import: (file: SentFile, { name, ...once }: Once & { name?: string } = {}) =>
      this.send<ImportedBot>("/org/packages", file, name === undefined ? {} : { name }, once),
  }

  readonly knowledge = {
    bases: (bot: string) => this.items<KnowledgeBase>(botPath(bot, "knowledge")),
    createBase: (bot: string, name: string, once: Once = {}) =>
      this.json<{ id: string; name: string }>({
        ...{ method: "POST", path: botPath(bot, "knowledge"), body: { name }, ...once },
      }),
    documents: (bot: string, baseId: string) =>
      this.items<KnowledgeDocument>(botPath(bot, "knowledge", baseId, "documents")),
    add: (bot: string, baseId: string, file: SentFile, once: Once = {}) =>
      this.send<{ id: string; title: string }>(
        botPath(bot, "knowledge", baseId, "documents"),
        ...([file, {}, once] as const),
      ),
    document: (bot: string, documentId: string) =>
      this.json<KnowledgeDocument>({ method: "GET", path: botPath(bot, "documents", documentId) }),
    delete: (bot: string, documentId: string) =>
      requestNothing(this.options, {
        ...{ method: "DELETE", path: botPath(bot, "documents", documentId) },
        token: this.options.key,
      }),
    /** What a running conversation would find. */
    search: (bot: string, body: { text: string; bases?: readonly string[]; limit?: number }) =>
      this.json<FoundPassages>({ method: "POST", path: botPath(bot, "search"), body }),
  }

  readonly conversations = {
    list: (bot: string, query: ConversationQuery = {}) =>
      this.json<Page<ConversationItem>>({
        ...{ method: "GET", path: `${botPath(bot, "conversations")}${queryOf(query)}` },
      }),
    messages: (bot: string, conversationId: string, after = 0) =>
      this.json<Page<ChatMessage>>({
        method: "GET",
        path: `${botPath(bot, "conversations", conversationId, "messages")}${queryOf({ after })}`,
      }),
  }
}

const botPath = (bot: string, ...rest: readonly string[]): string =>
  ["/org/bots", bot, ...rest]
    .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
    .join("/")

function queryOf(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === "" ? "" : `?${text}`
}
