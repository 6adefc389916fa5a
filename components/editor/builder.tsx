"use client"

import { useMediaQuery } from "@mantine/hooks"
import { type ReactNode, Suspense, useDeferredValue, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { CanvasView } from "../canvas/canvas-view.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { Pending } from "../ui/pending.tsx"
import { SplitPane } from "../ui/split-pane.tsx"
import type { OpenBot } from "./bot-shapes.ts"
import styles from "./builder.module.css"
import { BuilderBar } from "./builder-bar.tsx"
import { type BuilderStore, findStep } from "./builder-store.ts"
import { ConflictNotice } from "./conflict-notice.tsx"
import { PaintFigures } from "./debug/paint-menu.tsx"
import { FlowSavers, type SaveNow } from "./flows/flow-savers.tsx"
import { FlowsContext, SaveAllContext, useFlows } from "./flows/flows-context.ts"
import {
  type BotFlow,
  createFlowsStore,
  type FlowsStore,
  findFlow,
  keptUnder,
} from "./flows/flows-store.ts"
import { LazyCommandPalette } from "./lazy-command-palette.tsx"
import { SidePanel } from "./side-panel.tsx"
import { CanvasPeople } from "./together/canvas-people.tsx"
import { commentsStore } from "./together/comments-store.ts"
import { TogetherLinks } from "./together/together-links.tsx"
import { useBuilderKeys } from "./use-builder-keys.ts"
import { useRefusals } from "./use-refusals.ts"

/** The editor is large and not the first thing one sees. */
const SourceView = lazyPart(async () => ({
  default: (await import("./source-view.tsx")).SourceView,
}))

const narrowScreen = "(max-width: 60em)"

const ShortcutsDialog = lazyPart(async () => ({
  default: (await import("./shortcuts-dialog.tsx")).ShortcutsDialog,
}))

const CommentsPanel = lazyPart(async () => ({
  default: (await import("./together/comments/comments-panel.tsx")).CommentsPanel,
}))

interface BuilderProps {
  readonly bot: OpenBot
  readonly flows: readonly BotFlow[]
  readonly draftRevision: number
  readonly canEdit: boolean
  readonly canPublish: boolean
}

/** One bot, open: its flows, of which one is shown, and what saves all of them. */
export function Builder({ bot, flows, draftRevision, canEdit, canPublish }: BuilderProps) {
  const [flowsStore] = useState(() => openFlows({ botId: bot.id, flows, draftRevision, canEdit }))
  const savers = useRef(new Map<string, SaveNow>())
  const id = useStore(flowsStore, (state) => state.currentId)
  const store = useStore(flowsStore, (state) => state.opened.get(state.currentId))
  const saveShown = async () => (await savers.current.get(id)?.()) !== null
  /** Saves every flow; the count of changes a publication names, or null when something could not be saved. */
  const saveAll = async () => {
    const saved = await Promise.all([...savers.current.values()].map((save) => save()))
    return saved.includes(null) ? null : flowsStore.getState().draftRevision
  }
  if (store === undefined) return null
  return (
    <FlowsContext value={flowsStore}>
      <FlowSavers botId={bot.id} canEdit={canEdit} savers={savers} />
      <TogetherLinks botId={bot.id} />
      <PaintFigures />
      <SaveAllContext value={canPublish ? saveAll : null}>
        <OpenFlow
          key={id}
          flowId={id}
          store={store}
          {...{ bot, canEdit, canPublish, saveAll, saveShown }}
        />
      </SaveAllContext>
    </FlowsContext>
  )
}

interface OpenFlowProps {
  readonly flowId: string
  readonly store: BuilderStore
  readonly bot: OpenBot
  readonly canEdit: boolean
  readonly canPublish: boolean
  readonly saveAll: () => Promise<number | null>
  readonly saveShown: () => Promise<boolean>
}

/** One flow: bar, palette and canvas, source, and the panel with chat, settings and findings. */
function OpenFlow(props: OpenFlowProps) {
  const { flowId, store, bot, canEdit, canPublish, saveAll, saveShown } = props
  const kept = useFlows((state) => keptUnder(bot.id, { id: flowId }, state.flows[0]))
  useRefusals(store)
  const [help, setHelp] = useState(false)
  useBuilderKeys(store, { canEdit, onHelp: () => setHelp(true) })
  const isNarrow = useMediaQuery(narrowScreen, false, { getInitialValueInEffect: false }) ?? false
  const hasPanel = useStore(store, (state) => state.isPanelOpen)
  const hasComments = useStore(commentsStore, (state) => state.isOpen)
  // The drawing is there first; what runs it and sets it up follows without holding it up.
  const isDrawn = useDeferredValue(true, false)
  return (
    <div className={styles.builder}>
      <BuilderBar
        store={store}
        bot={bot}
        canEdit={canEdit}
        canPublish={canPublish}
        saveNow={saveAll}
        saveShown={saveShown}
        isNarrow={isNarrow}
      />
      <ConflictNotice store={store} kept={kept} />
      <main className={styles.work} id="content">
        {!(isNarrow && (hasPanel || hasComments)) && (
          <div className={styles.stage}>
            <Stage
              store={store}
              botId={bot.id}
              scriptId={flowId}
              isReadOnly={!canEdit}
              isNarrow={isNarrow}
            />
          </div>
        )}
        {hasComments && (
          <Suspense fallback={<Pending />}>
            <CommentsPanel store={store} botId={bot.id} canEdit={canEdit} />
          </Suspense>
        )}
        {hasPanel && !(isNarrow && hasComments) && (
          <div className={styles.side}>
            {isDrawn && <SidePanel store={store} canEdit={canEdit} />}
          </div>
        )}
      </main>
      {help && (
        <Suspense fallback={<Pending isAbove />}>
          <ShortcutsDialog canEdit={canEdit} onClose={() => setHelp(false)} />
        </Suspense>
      )}
      <LazyCommandPalette />
    </div>
  )
}

function openFlows(start: Parameters<typeof createFlowsStore>[0]): FlowsStore {
  const flows = createFlowsStore(start)
  // A phone shows one thing at a time, and the drawing comes first.
  if (globalThis.matchMedia?.(narrowScreen).matches)
    for (const store of flows.getState().opened.values()) store.getState().closePanel()
  showLinked(flows)
  return flows
}

/** A link may lead to a step: `?flow=order&step=s4`, as that of a notification does. */
function showLinked(flows: FlowsStore) {
  const asked = new URLSearchParams(globalThis.location?.search)
  const [name, stepId] = [asked.get("flow"), asked.get("step")]
  const { flows: all, open } = flows.getState()
  const flow = name === null ? all[0] : findFlow(all, name)
  if (stepId === null || !flow) return
  open(flow.id)
  const store = flows.getState().opened.get(flow.id)
  const step = store && findStep(store.getState().document, stepId)
  if (!store || !step) return
  const shown = store
    .getState()
    .document.flows.find(({ groups }) => groups.some(({ steps }) => steps.includes(step)))
  if (shown) store.getState().showFlow(shown.id)
  store.getState().selectSteps([step.id])
}

function Stage({
  store,
  botId,
  scriptId,
  isReadOnly,
  isNarrow,
}: {
  store: BuilderStore
  botId: string
  scriptId: string
  isReadOnly: boolean
  isNarrow: boolean
}) {
  const { t } = useTranslation("builder")
  const view = useStore(store, (state) => state.view)
  const canvas = (
    <CanvasView
      store={store}
      isReadOnly={isReadOnly}
      hasPalette={!isNarrow && view !== "both"}
      overlay={<CanvasPeople store={store} botId={botId} scriptId={scriptId} />}
    />
  )
  const source = (
    <Suspense fallback={<Waiting />}>
      <SourceView store={store} label={t("source.label")} isReadOnly={isReadOnly} />
    </Suspense>
  )
  if (view === "canvas") return canvas
  if (view === "source") return source
  return (
    <SplitPane orientation={isNarrow ? "vertical" : "horizontal"} initial={55}>
      {canvas}
      {source}
    </SplitPane>
  )
}

function Waiting(): ReactNode {
  const { t } = useTranslation("common")
  return <div className={styles.waiting} role="status" aria-busy aria-label={t("loading")} />
}
