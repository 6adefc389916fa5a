"use client"

import { useMediaQuery } from "@mantine/hooks"
import { type ReactNode, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { CanvasView } from "../canvas/canvas-view.tsx"
import { lazyPart } from "../ui/lazy-part.ts"
import { SplitPane } from "../ui/split-pane.tsx"
import type { OpenBot, OpenDraft } from "./bot-shapes.ts"
import styles from "./builder.module.css"
import { BuilderBar } from "./builder-bar.tsx"
import { type BuilderStore, createBuilderStore } from "./builder-store.ts"
import { ConflictNotice } from "./conflict-notice.tsx"
import { takeUnsaved } from "./kept-draft.ts"
import { LazyCommandPalette } from "./lazy-command-palette.tsx"
import { SidePanel } from "./side-panel.tsx"
import { useAutosave } from "./use-autosave.ts"
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

interface BuilderProps {
  readonly bot: OpenBot
  readonly draft: OpenDraft
  readonly canEdit: boolean
  readonly canPublish: boolean
}

/** One bot, open: bar, palette and canvas, source, and the panel with chat, settings and findings. */
export function Builder({ bot, draft, canEdit, canPublish }: BuilderProps) {
  const [store] = useState(() => openStore(bot, draft, canEdit))
  const saveNow = useAutosave(store, bot.id, canEdit)
  useRefusals(store)
  const [help, setHelp] = useState(false)
  useBuilderKeys(store, { canEdit, onHelp: () => setHelp(true) })
  const isNarrow = useMediaQuery(narrowScreen, false, { getInitialValueInEffect: false }) ?? false
  const hasPanel = useStore(store, (state) => state.isPanelOpen)
  return (
    <div className={styles.builder}>
      <BuilderBar
        store={store}
        bot={bot}
        canEdit={canEdit}
        canPublish={canPublish}
        saveNow={saveNow}
        isNarrow={isNarrow}
      />
      <ConflictNotice store={store} botId={bot.id} />
      <main className={styles.work} id="content">
        {!(isNarrow && hasPanel) && (
          <div className={styles.stage}>
            <Stage store={store} isReadOnly={!canEdit} isNarrow={isNarrow} />
          </div>
        )}
        {hasPanel && (
          <div className={styles.side}>
            <SidePanel store={store} canEdit={canEdit} />
          </div>
        )}
      </main>
      {help && (
        <Suspense fallback={null}>
          <ShortcutsDialog canEdit={canEdit} onClose={() => setHelp(false)} />
        </Suspense>
      )}
      <LazyCommandPalette />
    </div>
  )
}

/** What was edited here and never arrived comes first: sent at once, or shown beside what the server has by now. */
function openStore(bot: OpenBot, draft: OpenDraft, canEdit: boolean): BuilderStore {
  const unsaved = canEdit ? takeUnsaved(bot.id, draft) : null
  const store = createBuilderStore(unsaved ?? draft)
  if (unsaved)
    store
      .getState()
      .setSave(
        unsaved.revision === draft.revision
          ? { kind: "waiting" }
          : { kind: "conflict", current: draft },
      )
  // A phone shows one thing at a time, and the drawing comes first.
  if (globalThis.matchMedia?.(narrowScreen).matches) store.getState().closePanel()
  return store
}

function Stage({
  store,
  isReadOnly,
  isNarrow,
}: {
  store: BuilderStore
  isReadOnly: boolean
  isNarrow: boolean
}) {
  const { t } = useTranslation("builder")
  const view = useStore(store, (state) => state.view)
  const canvas = (
    <CanvasView store={store} isReadOnly={isReadOnly} hasPalette={!isNarrow && view !== "both"} />
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
  return <div className={styles.waiting} role="status" aria-label={t("loading")} />
}
