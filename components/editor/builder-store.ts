import { createStore, type StoreApi } from "zustand/vanilla"
import {
  applyGesture,
  type CanvasStep,
  type Diagnostic,
  type FlowDocument,
  type Gesture,
  openDocument,
  type Span,
  type TextEdit,
  type TypedStep,
} from "#basic"
import type { OpenDraft } from "./bot-shapes.ts"
import {
  applyEdits,
  diffTexts,
  type EditHistory,
  emptyHistory,
  invertEdits,
  moveThrough,
  record,
} from "./edit-history.ts"
import type { KeptDraft } from "./kept-draft.ts"
import { type Reading, typeInStep } from "./retype.ts"

export type RightPanel = "chat" | "step" | "variables" | "problems"
export type ViewMode = "canvas" | "source" | "both"
export type SaveState =
  | { readonly kind: "saved"; readonly at: number }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  /** Kept in this browser and sent when the network is back. */
  | { readonly kind: "offline" }
  /** The server has it and says no; sending it again would not help. Kept in this browser. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Somebody saved in between; `current` is what the server has. */
  | { readonly kind: "conflict"; readonly current: OpenDraft }

/** Everything the builder shows of one bot. Views read slices of it; only the actions change it. */
export interface BuilderState {
  readonly document: FlowDocument
  readonly history: EditHistory
  readonly flowId: string
  readonly selection: readonly string[]
  /** Cards and notes that were selected by their title bars or with a rectangle. */
  readonly cardIds: readonly string[]
  readonly panel: RightPanel
  readonly isPanelOpen: boolean
  readonly view: ViewMode
  readonly save: SaveState
  /** The revision of the draft that the server has. */
  readonly revision: number
  /** Why the last gesture was refused; shown once. */
  readonly refusal: Diagnostic | null
  /** The step that runs in the test chat, and the path it took. */
  readonly runningStepId: string | null
  readonly visitedStepIds: ReadonlySet<string>
  /** What the program's variables hold in the test chat. */
  readonly variables: readonly RunVariable[]
  /** What the server had last, as far as is known here: what two drafts are told apart by. */
  readonly base: Pick<OpenDraft, "source" | "layout">
  /** What was edited in this browser and never arrived; brought together with what others did meanwhile. */
  readonly unsent: KeptDraft | null
  /** Where the flow is edited together with others; null as long as it is not. */
  readonly sharing: Sharing | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What others, or undo, did to the text last; the text it was done to. */
  readonly lastEdits: { readonly before: string; readonly edits: readonly TextEdit[] } | null
  /** Who else has a step or a card selected, and what is said about it; by its id. */
  readonly marks: ReadonlyMap<string, StepMark>
  /** Where the source view should show its cursor; set by a selection on the canvas. */
  readonly revealAt: { readonly start: number; readonly end: number } | null

  perform(gesture: Gesture): boolean
  /** Like `perform`, but gives the refusal back instead of showing it, for those who show it in place. */
  tryGesture(gesture: Gesture): Diagnostic | null
  /** `reading`: the text before and after as the editor has read it, where it has. */
  editSource(source: string, reading?: Reading): void
  undo(): void
  redo(): void
  selectSteps(stepIds: readonly string[], options?: { reveal?: boolean }): void
  /** Cards instead of steps; none clears the selection of cards. */
  selectCards(cardIds: readonly string[]): void
  showFlow(flowId: string): void
  openPanel(panel: RightPanel): void
  closePanel(): void
  /** Shows a place of the source and, if it is a step's, selects the step. */
  reveal(span: Span, stepId: string | null): void
  showView(view: ViewMode): void
  dismissRefusal(): void
  setSave(save: SaveState, revision?: number): void
  setRun(run: TestRun): void
  /** From now on edits go to everybody who has the flow open, and undo is theirs to do. */
  share(sharing: Sharing | null): void
  /** Shows what others did, or what undo brought back. */
  showShared(next: FlowDocument, edits: readonly TextEdit[]): void
  /** Ends a conflict. The version that gives way is one undo away. */
  settleConflict(choice: "mine" | "theirs"): void
}

export type BuilderStore = StoreApi<BuilderState>

/** What others do at a step or a card. */
export interface StepMark {
  readonly person: { readonly name: string; readonly color: number } | null
  /** How many comments of conversations that are open, and the first of these. */
  readonly comments: number
  readonly threadId: string | null
}

/** One edit, for those who edit the flow too. */
export interface SharedEdit {
  readonly before: FlowDocument
  readonly after: FlowDocument
  readonly edits: readonly TextEdit[]
  readonly isTyping: boolean
  /** Every step begins with the character that it began with. */
  readonly areStepsKept?: boolean
}
/** The way to everybody else who has the flow open. */
export interface Sharing {
  commit(edit: SharedEdit): void
  undo(): void
  redo(): void
  /** Has the draft written now; its revision, or null when the server cannot be reached. */
  flush(): Promise<number | null>
  /** What the server does not have yet, as it is kept in this browser. */
  unsent(): KeptDraft["shared"]
}

export interface RunVariable {
  readonly name: string
  readonly value: unknown
}
/** Where the test chat stands in the program. */
export interface TestRun {
  readonly runningStepId: string | null
  readonly visitedStepIds: ReadonlySet<string>
  readonly variables: readonly RunVariable[]
}

/** Adds to the findings of a text what only the rest of the bot can tell. */
export type Relate = (document: FlowDocument) => FlowDocument

export interface DraftStart extends OpenDraft {
  readonly relate?: Relate
  /** The clock that joins typing. Units: ms. */
  readonly now?: () => number
}

const savedNow = (): SaveState => ({ kind: "saved", at: Date.now() })

export type Change = (change: Partial<BuilderState>) => void
export type Get = () => BuilderState
/** "retyped": typing inside one step; what is found in the text is looked for when it pauses. */
type EditKind = "gesture" | "typed" | "retyped"
export type Commit = (next: FlowDocument, edits: readonly TextEdit[], kind: EditKind) => void

/** Opens the store of one bot's builder. */
export function createBuilderStore(draft: DraftStart): BuilderStore {
  const now = draft.now ?? (() => performance.now())
  // The editor knows one kind of line end; texts from elsewhere may have another.
  const relate = draft.relate ?? ((document) => document)
  const document = relate(openDocument(draft.source.replace(/\r\n?/g, "\n"), draft.layout))
  return createStore<BuilderState>()((set, get) => ({
    document,
    history: emptyHistory,
    flowId: document.flows[0]?.id ?? "main",
    selection: [],
    cardIds: [],
    panel: "chat",
    isPanelOpen: true,
    view: "canvas",
    save: savedNow(),
    revision: draft.revision,
    refusal: null,
    runningStepId: null,
    visitedStepIds: new Set<string>(),
    variables: [],
    base: { source: draft.source, layout: draft.layout },
    unsent: null,
    sharing: null,
    canUndo: false,
    canRedo: false,
    lastEdits: null,
    marks: new Map(),
    revealAt: null,
    ...documentActions(set, get, now, relate),
    ...sharedActions(set, get, relate),
    ...viewActions(set, get),
  }))
}

/** Selects what a gesture made. */
function focusOn(
  state: BuilderState,
  made: { readonly focusStepId: string | null; readonly focusGroupId: string | null },
) {
  if (made.focusStepId) state.selectSteps([made.focusStepId])
  else if (made.focusGroupId) state.selectCards([made.focusGroupId])
}

/** What changes when a document takes the place of another. */
function shownAs(
  state: BuilderState,
  relate: Relate,
  next: FlowDocument,
  history: EditHistory,
): Partial<BuilderState> {
  const isOurs = state.sharing === null
  return {
    // Typing inside one step adds no finding until it pauses, and takes no step or card away.
    document: next.typed ? next : relate(next),
    history,
    canUndo: isOurs ? history.past.length > 0 : state.canUndo,
    canRedo: isOurs ? history.future.length > 0 : state.canRedo,
    save: { kind: "waiting" },
    ...(next.typed ? {} : keepValid(state, next)),
  }
}

type Show = (next: FlowDocument, history: EditHistory) => void

/** Puts a new document in place and remembers the way back. */
function createCommit(get: Get, now: () => number, show: Show): Commit {
  return (next, edits, kind) => {
    const { document, history, sharing } = get()
    if (edits.length === 0 && next.layout === document.layout) return
    const isTyping = kind !== "gesture"
    const areStepsKept = kind === "retyped"
    if (sharing !== null) {
      show(next, history)
      sharing.commit({ before: document, after: next, edits, isTyping, areStepsKept })
      return
    }
    const layouts = { layoutBefore: document.layout, layoutAfter: next.layout }
    const undo = invertEdits(document.source, edits)
    const entry = { redo: edits, undo, ...layouts, isTyping, at: now() }
    show(next, record(history, entry))
  }
}

function documentActions(set: Change, get: Get, now: () => number, relate: Relate) {
  const show: Show = (next, history) => set(shownAs(get(), relate, next, history))
  const commit = createCommit(get, now, show)
  const retype = typeInStep(set, get, relate, commit)
  const travel = (direction: "undo" | "redo") => {
    const { document, history, sharing } = get()
    if (sharing !== null) return sharing[direction]()
    const step = moveThrough(history, direction)
    if (!step) return
    const layout = direction === "undo" ? step.entry.layoutBefore : step.entry.layoutAfter
    const source = applyEdits(document.source, step.entry[direction])
    show(openDocument(source, layout, document), step.history)
  }
  const tryGesture = (gesture: Gesture): Diagnostic | null => {
    const result = applyGesture(get().document, gesture)
    if (!result.ok) return result.diagnostic
    commit(result.document, result.edits, "gesture")
    // Settings leave the selection alone: the person is in the middle of them.
    if (gesture.kind !== "setField") focusOn(get(), result)
    return null
  }
  return {
    tryGesture,
    perform(gesture: Gesture): boolean {
      const refusal = tryGesture(gesture)
      set({ refusal })
      return refusal === null
    },
    editSource(source: string, reading?: Reading) {
      const before = get().document
      if (reading && retype(reading)) return
      const edits = diffTexts(before.source, source)
      if (edits.length > 0) commit(openDocument(source, before.layout, before), edits, "typed")
    },
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    settleConflict: (choice: "mine" | "theirs") => settle(set, get, commit, choice),
  }
}

/** While others edit the same flow, the shared document leads and keeps the history. */
function sharedActions(set: Change, get: Get, relate: Relate) {
  return {
    share: (sharing: Sharing | null) =>
      set({ sharing, history: emptyHistory, canUndo: false, canRedo: false }),
    showShared: (next: FlowDocument, edits: readonly TextEdit[]) =>
      set({
        lastEdits: keepFitting(get().document.source, next.source, edits),
        document: relate(next),
        ...keepValid(get(), next),
      }),
  }
}

/** Puts the other version into the history, so that neither is lost, and the chosen one on top. */
function settle(set: Change, get: Get, commit: Commit, choice: "mine" | "theirs") {
  const { save, document: mine } = get()
  if (save.kind !== "conflict") return
  const { source, layout, revision } = save.current
  const theirs = openDocument(source, layout, mine)
  commit(theirs, diffTexts(mine.source, source), "gesture")
  if (choice === "mine") commit(mine, diffTexts(source, mine.source), "gesture")
  const base = { source, layout }
  set({ revision, base, save: choice === "mine" ? { kind: "waiting" } : savedNow() })
}

function viewActions(set: Change, get: Get) {
  return {
    selectSteps(stepIds: readonly string[], { reveal = true }: { reveal?: boolean } = {}) {
      const step = stepIds.length === 1 ? findStep(get().document, stepIds[0] ?? "") : null
      const panel = stepIds.length === 1 ? ("step" as const) : get().panel
      const revealAt = step && reveal ? step.span : get().revealAt
      const isPanelOpen = get().isPanelOpen || stepIds.length === 1
      set({ selection: stepIds, cardIds: [], panel, isPanelOpen, revealAt })
    },
    selectCards: (cardIds: readonly string[]) => set({ cardIds, selection: [] }),
    showFlow: (flowId: string) => set({ flowId, selection: [], cardIds: [] }),
    openPanel: (panel: RightPanel) => set({ panel, isPanelOpen: true }),
    closePanel: () => set({ isPanelOpen: false }),
    reveal(span: Span, stepId: string | null) {
      set({ revealAt: { ...span }, cardIds: [], selection: stepId === null ? [] : [stepId] })
    },
    showView: (view: ViewMode) => set({ view }),
    dismissRefusal: () => set({ refusal: null }),
    setSave: (save: SaveState, revision?: number) =>
      set(revision === undefined ? { save } : { save, revision }),
    setRun: (run: TestRun) => set(run),
  }
}

/** Finds a step by its id in any flow. */
export function findStep(document: FlowDocument, stepId: string) {
  for (const flow of document.flows)
    for (const group of flow.groups)
      for (const step of group.steps) if (step.covers.includes(stepId)) return step
  return null
}

/** Finds the step whose text holds a place of the source; the innermost one. */
export function findStepAt(document: FlowDocument, offset: number) {
  const typed = document.typed && findTyped(document.typed, offset)
  if (typed) return typed
  let best: { step: CanvasStep; flowId: string } | null = null
  for (const flow of document.flows)
    for (const group of flow.groups)
      for (const step of group.steps) {
        const { start, end } = step.span
        const isInside = offset >= start && offset <= end
        const size = best ? best.step.span.end - best.step.span.start : Number.POSITIVE_INFINITY
        if (isInside && end - start <= size) best = { step, flowId: flow.id }
      }
  return best
}

/** The step that somebody types in, when the place lies in its own words. */
function findTyped({ step, flowId, line, origin }: TypedStep, offset: number) {
  const end = line.end + step.span.end - origin.end
  return offset >= step.span.start && offset <= end ? { step, flowId } : null
}

/** Edits that do not lead from one text to the other are not told. */
function keepFitting(before: string, after: string, edits: readonly TextEdit[]) {
  return edits.length > 0 && applyEdits(before, edits) === after ? { before, edits } : null
}

/**
 * The step of the new document that a selected one has become; null where it is gone. The flow as it is shared may
 * call the steps of a text that was never drawn otherwise than this page did before it heard of it.
 */
function findAgain(state: BuilderState, next: FlowDocument, stepId: string): string | null {
  if (findStep(next, stepId) !== null) return stepId
  const before = findStep(state.document, stepId)
  const steps = next.flows.flatMap(({ groups }) => groups.flatMap((group) => group.steps))
  const isSame = ({ id, span, source }: CanvasStep) =>
    span.start === before?.span.start &&
    source === before.source &&
    findStep(state.document, id) === null
  return steps.find(isSame)?.id ?? null
}

/** Drops what the new document no longer has from the selection. */
function keepValid(state: BuilderState, next: FlowDocument) {
  const found = state.selection.map((stepId) => findAgain(state, next, stepId))
  const kept = found.filter((stepId) => stepId !== null)
  const isKept = kept.every((stepId, at) => stepId === state.selection[at])
  const selection = isKept && kept.length === found.length ? state.selection : kept
  const hasFlow = next.flows.some((flow) => flow.id === state.flowId)
  const cards = new Set(
    next.flows.flatMap(({ groups, notes }) => [...groups, ...notes].map(({ id }) => id)),
  )
  const cardIds = state.cardIds.filter((id) => cards.has(id))
  return {
    selection,
    flowId: hasFlow ? state.flowId : (next.flows[0]?.id ?? "main"),
    cardIds: cardIds.length === state.cardIds.length ? state.cardIds : cardIds,
  }
}
