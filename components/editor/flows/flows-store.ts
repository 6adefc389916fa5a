import { createStore, type StoreApi } from "zustand/vanilla"
import {
  type FlowDocument,
  nameScripts,
  normalizeScriptName,
  type Program,
  parse,
  relateToScripts,
} from "#basic"
import type { OpenDraft } from "../bot-shapes.ts"
import { type BuilderStore, createBuilderStore, type Relate } from "../builder-store.ts"
import { takeUnsaved } from "../kept-draft.ts"

/** A flow of the bot, in a text of its own. The first is where conversations begin. */
export interface BotFlow {
  readonly id: string
  readonly name: string
  /** What the server had when the bot was opened, or when the flow was made. */
  readonly stored: OpenDraft
}

/** The flows of one bot, and the stores of those that have been opened: each keeps its own undo and its own save. */
export interface FlowsState {
  readonly botId: string
  readonly flows: readonly BotFlow[]
  readonly currentId: string
  readonly opened: ReadonlyMap<string, BuilderStore>
  /** Counts the changes to the bot; a publication names it. */
  readonly draftRevision: number

  /** Shows a flow; with a procedure, that flow of it. */
  open(id: string, procedure?: string): void
  add(flow: BotFlow): void
  rename(id: string, name: string): void
  remove(id: string): void
  noteRevision(draftRevision: number): void
  /** What the server counts by now, whatever it was before. */
  setRevision(draftRevision: number): void
}
export type FlowsStore = StoreApi<FlowsState>

interface FlowsStart {
  readonly botId: string
  readonly flows: readonly BotFlow[]
  readonly draftRevision: number
  readonly canEdit: boolean
}

/** Opens the flows of a bot at the first of them. */
export function createFlowsStore({ botId, flows, draftRevision, canEdit }: FlowsStart): FlowsStore {
  const [entry] = flows
  if (entry === undefined) throw new Error("A bot has at least one flow.")
  return createStore<FlowsState>()((set, get) => {
    const relate: Relate = (document) => relateTo(document, get()?.flows ?? flows)
    const openOne = (flow: BotFlow) =>
      openStore(keptUnder(botId, flow, flows[0]), flow, canEdit, relate)
    /** Another flow came, went or has another name: what is open may name it. */
    const setFlows = (next: readonly BotFlow[]) => {
      set({ flows: next })
      for (const store of get().opened.values()) {
        const { document } = store.getState()
        const related = relate(document)
        if (!isSameFindings(document, related)) store.setState({ document: related })
      }
    }
    return {
      botId,
      flows,
      currentId: entry.id,
      opened: new Map([[entry.id, openOne(entry)]]),
      draftRevision,
      open(id, procedure) {
        const flow = get().flows.find((each) => each.id === id)
        if (flow === undefined) return
        const store = get().opened.get(id) ?? openOne(flow)
        const wanted = procedure?.toLowerCase() ?? ""
        const found = store
          .getState()
          .document.flows.find(({ name }) => name.toLowerCase() === wanted)
        if (found) store.getState().showFlow(found.id)
        carryView(get().opened.get(get().currentId), store)
        set({ currentId: id, opened: new Map([...get().opened, [id, store]]) })
      },
      add: (flow) => setFlows([...get().flows, flow]),
      rename: (id, name) =>
        setFlows(get().flows.map((flow) => (flow.id === id ? { ...flow, name } : flow))),
      remove(id) {
        const { currentId, opened } = get()
        set({
          currentId: currentId === id ? entry.id : currentId,
          opened: new Map([...opened].filter(([key]) => key !== id)),
        })
        setFlows(get().flows.filter((flow) => flow.id !== id))
      },
      noteRevision: (revision) => set({ draftRevision: Math.max(get().draftRevision, revision) }),
      setRevision: (revision) => set({ draftRevision: revision }),
    }
  })
}

function relateTo(document: FlowDocument, flows: readonly BotFlow[]): FlowDocument {
  const { typed: _, ...whole } = document
  const { program, diagnostics, source } = whole
  // What was opened a moment ago need not be read again to learn what it is called by.
  if (flows.some(({ stored }) => stored.source === source)) programs.set(source, program)
  const named = nameScripts(
    flows.map(({ name, stored }) => ({ name, program: programOf(stored.source) })),
  )
  return { ...whole, diagnostics: relateToScripts(program, diagnostics, named) }
}

/** Read once for each text. */
const programs = new Map<string, Program>()
function programOf(source: string): Program {
  const known = programs.get(source)
  if (known !== undefined) return known
  if (programs.size > 500) programs.clear()
  const { program } = parse(source)
  programs.set(source, program)
  return program
}

const isSameFindings = (a: FlowDocument, b: FlowDocument): boolean =>
  a.diagnostics.length === b.diagnostics.length &&
  a.diagnostics.every(({ code, span }, index) => {
    const other = b.diagnostics[index]
    return other?.code === code && other.span.start === span.start
  })

/** What is on the screen stays where it is; the settings of a step belong to the flow that is left. */
function carryView(from: BuilderStore | undefined, to: BuilderStore) {
  if (from === undefined || from === to) return
  const { view, panel, isPanelOpen } = from.getState()
  to.setState({ view, isPanelOpen, panel: panel === "step" ? "chat" : panel })
}

/** Where this browser keeps what a flow has not sent yet. */
export function keptUnder(
  botId: string,
  { id }: { id: string },
  entry: BotFlow | undefined,
): string {
  return id === entry?.id ? botId : `${botId}/${id}`
}

/** The text of a flow as it is now: that of its store once it was opened. */
export function sourceOf({ opened }: FlowsState, { id, stored }: BotFlow): string {
  return opened.get(id)?.getState().document.source ?? stored.source
}

/** The same with its layout, where the texts in other languages are. */
export function textOf({ opened }: FlowsState, { id, stored }: BotFlow): OpenText {
  const { source, layout } = opened.get(id)?.getState().document ?? stored
  return { source, layout }
}
type OpenText = Pick<OpenDraft, "source" | "layout">

/** Finds the flow that a call names. */
export function findFlow(flows: readonly BotFlow[], name: string): BotFlow | null {
  const wanted = normalizeScriptName(name)
  const exact = flows.find((flow) => normalizeScriptName(flow.name) === wanted)
  const byFile = flows.filter((flow) => normalizeScriptName(flow.name).endsWith(`/${wanted}`))
  return exact ?? (byFile.length === 1 ? (byFile[0] ?? null) : null)
}

/** What was edited here and never arrived comes first: sent at once, or shown beside what the server has by now. */
function openStore(
  kept: string,
  { stored }: BotFlow,
  canEdit: boolean,
  relate: Relate,
): BuilderStore {
  const unsaved = canEdit ? takeUnsaved(kept, stored) : null
  const isPlain = unsaved?.shared === undefined && unsaved?.revision === stored.revision
  if (unsaved?.base !== undefined && !isPlain) {
    const store = createBuilderStore({ ...stored, relate })
    store.setState({ unsent: unsaved, save: { kind: "saving" } })
    return store
  }
  const store = createBuilderStore({ ...(unsaved ?? stored), relate })
  store.setState({ base: { source: stored.source, layout: stored.layout } })
  if (unsaved)
    store
      .getState()
      .setSave(
        unsaved.revision === stored.revision
          ? { kind: "waiting" }
          : { kind: "conflict", current: stored },
      )
  return store
}
