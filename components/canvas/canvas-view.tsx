"use client"

import "@xyflow/react/dist/style.css"
import { ReactFlowProvider } from "@xyflow/react"
import { type ReactNode, useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CanvasFlow, Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { untyped } from "../editor/use-calm-document.ts"
import { CanvasActionsProvider } from "./canvas-actions.tsx"
import styles from "./canvas-view.module.css"
import { ConnectMenu } from "./connect-menu.tsx"
import { DragGhost } from "./drag-ghost.tsx"
import { useIsFar } from "./far-view.tsx"
import { FlowPicture } from "./flow-picture.tsx"
import { Palette } from "./palette.tsx"
import { PaletteMenu } from "./palette-menu.tsx"
import { StepMenu } from "./step-menu.tsx"
import { useCanvasDrops } from "./use-canvas-drops.ts"
import { useFindings } from "./use-findings.ts"

interface CanvasViewProps {
  readonly store: BuilderStore
  readonly isReadOnly?: boolean
  /** Narrow screens have no room for the palette; the menu still opens. */
  readonly hasPalette?: boolean
  /** Drawn over the cards, in their space. */
  readonly overlay?: ReactNode
}

/** The program as cards and ways between them, with the palette beside it. */
export function CanvasView(props: CanvasViewProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ store, isReadOnly = false, hasPalette = true, overlay }: CanvasViewProps) {
  // A card shows by itself what is typed in one of its steps; nothing else on the canvas is another then.
  const document = useStore(store, (state) => untyped(state.document))
  const flowId = useStore(store, (state) => state.flowId)
  const flow = document.flows.find((candidate) => candidate.id === flowId) ?? document.flows[0]
  const findingOf = useFindings(document)
  const drops = useCanvasDrops(store)
  const { dragStep, askWhereTo, askForStep, askAbout } = drops
  const disconnect = useCallback(
    (from: Port) => store.getState().perform({ kind: "disconnect", from }),
    [store],
  )
  const isFar = useIsFar(flow?.groups.length ?? 0)
  const actions = useMemo(
    () => ({
      ...{ store, isReadOnly, isFar, disconnect, findingOf },
      ...{ dragStep, askWhereTo, askForStep, askAbout },
    }),
    [store, isReadOnly, isFar, disconnect, findingOf, dragStep, askWhereTo, askForStep, askAbout],
  )
  return (
    <CanvasActionsProvider value={actions}>
      <div className={styles.frame}>
        {hasPalette && !isReadOnly && <Palette onDrop={drops.dropNew} onAdd={drops.addHere} />}
        {/* Cards stand where they stand in every language: the canvas itself is never mirrored. */}
        <div className={styles.canvas} dir="ltr" data-drop-canvas>
          {flow && (
            <FlowPicture
              key={flow.id}
              store={store}
              flow={flow}
              isReadOnly={isReadOnly}
              hasPalette={hasPalette}
              onEmptyDrop={drops.askAt}
              onAsk={askForStep}
              findRoom={drops.findRoom}
              overlay={overlay}
            />
          )}
        </div>
        {flow && <AskedMenu store={store} flow={flow} drops={drops} />}
        <DragGhost />
      </div>
    </CanvasActionsProvider>
  )
}

/** The menu that was asked for: steps to add, cards to connect to, or what can be done with a step. */
function AskedMenu({
  store,
  flow,
  drops,
}: {
  store: BuilderStore
  flow: CanvasFlow
  drops: ReturnType<typeof useCanvasDrops>
}) {
  const { t } = useTranslation("canvas")
  const { asked, answer, dismiss, askForNew, endAt } = drops
  if (!asked) return null
  const { from, pointer, stepId } = asked
  if (asked.kind === "about" && stepId !== undefined)
    return <StepMenu store={store} stepId={stepId} at={pointer} onClose={dismiss} />
  if (asked.kind === "step" || !from)
    return <PaletteMenu at={pointer} onChoose={answer} onClose={dismiss} />
  return (
    <ConnectMenu
      store={store}
      flow={flow}
      from={from}
      at={pointer}
      onNew={() => askForNew(from, pointer)}
      onEnd={() => endAt(from, t("endTitle"))}
      onClose={dismiss}
    />
  )
}
