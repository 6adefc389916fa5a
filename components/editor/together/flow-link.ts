import * as Y from "yjs"
import { openDocument } from "#basic"
import type { PersonHere, Presence, ServerFlowFrame } from "#catalog/shared-flow/frames.ts"
import { mergeDrafts } from "#catalog/shared-flow/merge-drafts.ts"
import { openSharedFlow, readSharedFlow } from "#catalog/shared-flow/open.ts"
import type { BuilderStore, SharedEdit, Sharing } from "../builder-store.ts"
import { forgetDraft, isSameDraft, type KeptDraft, storedLayout } from "../kept-draft.ts"
import { type FlowSocket, openFlowSocket } from "./flow-socket.ts"
import type { PeopleStore } from "./people-store.ts"
import { SharedEditing } from "./shared-editing.ts"

export interface LinkPlace {
  readonly org: string
  readonly botId: string
  readonly scriptId: string
  /** Where this browser keeps what was not sent yet. */
  readonly kept: string
}

export interface LinkOptions {
  readonly store: BuilderStore
  readonly people: PeopleStore
  readonly place: LinkPlace
  readonly noteRevision: (draftRevision: number) => void
}

type Ready = Extract<ServerFlowFrame, { t: "ready" }>

/** Edits leave together that were made within so long; so do others' edits arrive. Units: ms. */
const sendAfterMs = 30
const showAfterMs = 16
const presenceAfterMs = 60

/** One flow's line to everybody else who has it open: edits out and in, who is there, and what is saved. */
export class FlowLink {
  readonly #options: LinkOptions
  readonly #socket: FlowSocket
  /** The name this document writes under; one for the life of the page. */
  readonly #client = Math.floor(Math.random() * 2 ** 32)
  #editing: SharedEditing | null = null
  #generation = ""
  #isConnected = false
  #isRefused = false
  #outbox: Uint8Array[] = []
  #inbox: Uint8Array[] = []
  #sent = 0
  /** What the server has for certain. */
  #storedVector: Uint8Array | undefined
  readonly #vectors = new Map<number, Uint8Array>()
  #hasUnsaved = false
  #flushes: ((revision: number | null) => void)[] = []
  #presence: Presence | null = null
  readonly #stopTelling: () => void
  #sendTimer: ReturnType<typeof setTimeout> | undefined
  #showTimer: ReturnType<typeof setTimeout> | undefined
  #presenceTimer: ReturnType<typeof setTimeout> | undefined

  constructor(options: LinkOptions) {
    this.#options = options
    this.#socket = openFlowSocket({
      greet: () => this.#greet(),
      hear: (frame) => this.#hear(frame),
      lost: () => this.#lose(),
      refused: () => this.stop(),
    })
    this.#stopTelling = options.people.tell((presence) => this.#show(presence))
  }

  /** Ends the line; edits go by the way they went before it. */
  stop(): void {
    this.#sendNow()
    this.#stopTelling()
    this.#socket.close()
    for (const timer of [this.#sendTimer, this.#showTimer, this.#presenceTimer]) clearTimeout(timer)
    this.#settleFlushes(null)
    this.#options.people.setState({ people: [], isConnected: false, followed: null })
    if (this.#editing) this.#options.store.getState().share(null)
    this.#editing?.destroy()
    this.#editing = null
  }

  /** Tells the others where this window is. */
  #show(presence: Presence | null): void {
    this.#presence = presence
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = undefined
      if (this.#isConnected) this.#socket.send({ t: "presence", presence: this.#presence })
    }, presenceAfterMs)
  }

  #greet() {
    const { org, botId, scriptId } = this.#options.place
    const hello = { t: "hello", org, botId, scriptId, client: this.#client } as const
    if (this.#editing === null) return hello
    const vector = toBase64(Y.encodeStateVector(this.#editing.flow.doc))
    return { ...hello, generation: this.#generation, vector }
  }

  #hear(frame: ServerFlowFrame): void {
    if (frame.t === "ready") this.#begin(frame)
    else if (frame.t === "update") this.#take(fromBase64(frame.update))
    else if (frame.t === "stored") this.#noteStored(frame.n)
    else if (frame.t === "saved") this.#noteSaved(frame)
    else if (frame.t === "refused") this.#noteRefused(frame.title)
    else if (frame.t === "person") this.#meet(frame.person)
    else if (frame.t === "left") this.#part(frame.key)
    else if (frame.t === "comments")
      this.#options.people.setState((state) => ({ commentsChanged: state.commentsChanged + 1 }))
  }

  #begin(ready: Ready): void {
    const { store, people, noteRevision } = this.#options
    this.#isConnected = true
    this.#isRefused = false
    people.setState({ people: ready.people, isConnected: true })
    noteRevision(ready.draftRevision)
    if (this.#editing !== null && ready.generation === this.#generation) this.#resume(ready)
    else this.#attach(ready)
    this.#storedVector = fromBase64(ready.vector)
    if (this.#hasUnsaved) this.#sendAll()
    store.setState({ revision: ready.revision })
    if (this.#presence) this.#socket.send({ t: "presence", presence: this.#presence })
  }

  /** The same document as before: what each side lacks goes over. */
  #resume(ready: Ready): void {
    this.#take(fromBase64(ready.update))
    this.#showNow()
    if (this.#hasUnsaved) this.#options.store.getState().setSave({ kind: "saving" })
  }

  /** A document that is new here: what was done without it is brought together with it. */
  #attach(ready: Ready): void {
    const { store } = this.#options
    if (store.getState().save.kind === "conflict") {
      this.#waitForChoice()
      return
    }
    this.#editing?.destroy()
    this.#outbox = []
    this.#inbox = []
    this.#hasUnsaved = false
    this.#generation = ready.generation
    const flow = openSharedFlow()
    flow.doc.clientID = this.#client
    Y.applyUpdate(flow.doc, fromBase64(ready.update), "remote")
    const editing = new SharedEditing(store, flow, (update) => this.#queue(update))
    const { document, base, unsent } = store.getState()
    const mine = { source: document.source, layout: storedLayout(document.layout) }
    const opened = openDocument(base.source.replace(/\r\n?/g, "\n"), base.layout)
    const before = { source: opened.source, layout: storedLayout(opened.layout) }
    if (ready.canEdit && unsent) enterKept(editing, unsent, ready.generation)
    if (ready.canEdit && !isSameDraft(mine, before))
      editing.enter(mergeDrafts(before, mine, readSharedFlow(flow)))
    this.#editing = editing
    store.setState({ unsent: null })
    store.getState().share(this.#makeSharing(editing))
    editing.show()
    if (!this.#hasUnsaved) this.#noteAllSaved(ready.revision)
    else store.getState().setSave({ kind: "saving" })
  }

  /** Two drafts of which nobody knows what they were made of: the person chooses, then the line begins. */
  #waitForChoice(): void {
    const stop = this.#options.store.subscribe(({ save }) => {
      if (save.kind === "conflict") return
      stop()
      this.#socket.renew()
    })
  }

  #makeSharing(editing: SharedEditing): Sharing {
    return {
      commit: (edit: SharedEdit) => editing.commit(edit),
      undo: () => editing.undo(),
      redo: () => editing.redo(),
      flush: () => this.#flush(),
      unsent: (): KeptDraft["shared"] => {
        if (!this.#hasUnsaved) return undefined
        const update = Y.encodeStateAsUpdate(editing.flow.doc, this.#storedVector)
        return { generation: this.#generation, update: toBase64(update) }
      },
    }
  }

  #queue(update: Uint8Array): void {
    this.#hasUnsaved = true
    if (!this.#isConnected) this.#options.store.getState().setSave({ kind: "offline" })
    if (this.#isRefused) {
      this.#retryRefused()
      return
    }
    this.#outbox.push(update)
    this.#sendTimer ??= setTimeout(() => this.#sendNow(), sendAfterMs)
  }

  #sendNow(): void {
    clearTimeout(this.#sendTimer)
    this.#sendTimer = undefined
    if (this.#outbox.length === 0 || !this.#isConnected) return
    this.#send(Y.mergeUpdates(this.#outbox.splice(0)))
  }

  /** Everything the server does not have for certain. */
  #sendAll(): void {
    this.#outbox = []
    if (this.#editing) this.#send(Y.encodeStateAsUpdate(this.#editing.flow.doc, this.#storedVector))
  }

  #send(update: Uint8Array): void {
    if (this.#editing === null) return
    this.#sent += 1
    this.#vectors.set(this.#sent, Y.encodeStateVector(this.#editing.flow.doc))
    this.#socket.send({ t: "update", n: this.#sent, update: toBase64(update) })
  }

  /** An edit that was not taken stays here; with the next one the server is asked for all of it again. */
  #retryRefused(): void {
    clearTimeout(this.#sendTimer)
    this.#sendTimer = setTimeout(() => {
      this.#sendTimer = undefined
      this.#isRefused = false
      if (this.#isConnected) this.#sendAll()
    }, 500)
  }

  #take(update: Uint8Array): void {
    this.#inbox.push(update)
    this.#showTimer ??= setTimeout(() => this.#showNow(), showAfterMs)
  }

  #showNow(): void {
    clearTimeout(this.#showTimer)
    this.#showTimer = undefined
    if (this.#inbox.length > 0) this.#editing?.receive(this.#inbox.splice(0))
  }

  #noteStored(n: number): void {
    const vector = this.#vectors.get(n)
    if (vector) this.#storedVector = vector
    for (const number of this.#vectors.keys()) if (number <= n) this.#vectors.delete(number)
  }

  #noteSaved({ n, revision, draftRevision }: Extract<ServerFlowFrame, { t: "saved" }>): void {
    this.#options.noteRevision(draftRevision)
    this.#options.store.setState({ revision })
    if (n !== this.#sent || this.#outbox.length > 0 || this.#isRefused) return
    this.#hasUnsaved = false
    this.#noteAllSaved(revision)
    this.#settleFlushes(revision)
  }

  #noteAllSaved(revision: number): void {
    const { store, place } = this.#options
    const { source, layout } = store.getState().document
    store.setState({ base: { source, layout: storedLayout(layout) } })
    store.getState().setSave({ kind: "saved", at: Date.now() }, revision)
    forgetDraft(place.kept)
  }

  #noteRefused(title: string): void {
    this.#isRefused = true
    this.#options.store.getState().setSave({ kind: "refused", reason: title })
    this.#settleFlushes(null)
  }

  #flush(): Promise<number | null> {
    this.#sendNow()
    if (!this.#hasUnsaved) return Promise.resolve(this.#options.store.getState().revision)
    if (!this.#isConnected || this.#isRefused) return Promise.resolve(null)
    const saved = new Promise<number | null>((done) => this.#flushes.push(done))
    this.#socket.send({ t: "flush" })
    return saved
  }

  #settleFlushes(revision: number | null): void {
    for (const done of this.#flushes.splice(0)) done(revision)
  }

  #lose(): void {
    const { store, people } = this.#options
    this.#isConnected = false
    this.#vectors.clear()
    this.#settleFlushes(null)
    people.setState({ people: [], isConnected: false, followed: null })
    if (this.#hasUnsaved && this.#editing) store.getState().setSave({ kind: "offline" })
  }

  #meet(person: PersonHere): void {
    this.#options.people.setState(({ people }) => ({
      people: [...people.filter(({ key }) => key !== person.key), person],
    }))
  }

  #part(gone: string): void {
    this.#options.people.setState(({ people, followed }) => ({
      people: people.filter(({ key }) => key !== gone),
      followed: followed === gone ? null : followed,
    }))
  }
}

function enterKept(editing: SharedEditing, kept: KeptDraft, generation: string): void {
  if (kept.shared?.generation === generation) editing.adopt(fromBase64(kept.shared.update))
  else if (kept.base) editing.enter(mergeDrafts(kept.base, kept, readSharedFlow(editing.flow)))
}

function toBase64(bytes: Uint8Array): string {
  let text = ""
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
