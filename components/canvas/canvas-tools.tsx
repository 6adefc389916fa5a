"use client"

import { Button } from "@mantine/core"
import { Panel, useStore as useFlowStore, useReactFlow } from "@xyflow/react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { BuilderStore } from "../editor/builder-store.ts"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { Toolbar, ToolbarDivider } from "../ui/toolbar.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"
import styles from "./canvas-view.module.css"
import type { Arrange } from "./use-arrange.ts"
import { useFit } from "./use-fit.ts"

interface CanvasToolsProps {
  readonly arrange: Arrange
  readonly store: BuilderStore
  /** Where there is no room for the palette, a button opens it. */
  readonly hasAdd: boolean
}

/** Zoom, fit, undo and redo, floating over the corner of the canvas. */
export function CanvasTools({ store, hasAdd, arrange }: CanvasToolsProps) {
  const { t } = useTranslation("canvas")
  const { isReadOnly, askForStep } = useCanvasActions()
  return (
    <>
      <Panel position="bottom-left" className={styles.tools ?? ""}>
        <Toolbar label={t("tools")} isFloating>
          {!isReadOnly && <HistoryTools store={store} />}
          <ZoomTools />
          <ArrangeTools arrange={arrange} isReadOnly={isReadOnly} />
        </Toolbar>
      </Panel>
      {hasAdd && !isReadOnly && (
        <Panel position="bottom-right" className={styles.add ?? ""}>
          <Button size="sm" leftSection={<Icon name="plus" size={16} />} onClick={askForStep}>
            {t("addStep")}
          </Button>
        </Panel>
      )}
    </>
  )
}

function HistoryTools({ store }: { store: BuilderStore }) {
  const { t } = useTranslation("canvas")
  const canUndo = useStore(store, (state) => state.canUndo)
  const canRedo = useStore(store, (state) => state.canRedo)
  const { undo, redo } = store.getState()
  return (
    <>
      <IconButton
        label={t("undo")}
        shortcut="mod+Z"
        tooltipPosition="top"
        disabled={!canUndo}
        onClick={undo}
      >
        <Icon name="arrow-back-up" size={17} />
      </IconButton>
      <IconButton
        label={t("redo")}
        shortcut="mod+shift+Z"
        tooltipPosition="top"
        disabled={!canRedo}
        onClick={redo}
      >
        <Icon name="arrow-forward-up" size={17} />
      </IconButton>
      <ToolbarDivider />
    </>
  )
}

function ZoomTools() {
  const { t } = useTranslation("canvas")
  const { zoomIn, zoomOut } = useReactFlow()
  const fitAll = useFit()
  const percent = useFlowStore(({ transform }) => Math.round(transform[2] * 100))
  return (
    <>
      {/* Fingers zoom without them, and a phone has no room. */}
      <span className={styles.wide}>
        <IconButton
          label={t("zoomOut")}
          shortcut="-"
          tooltipPosition="top"
          onClick={() => void zoomOut()}
        >
          <Icon name="minus" size={17} />
        </IconButton>
        <span className={styles.zoom}>{percent} %</span>
        <IconButton
          label={t("zoomIn")}
          shortcut="+"
          tooltipPosition="top"
          onClick={() => void zoomIn()}
        >
          <Icon name="plus" size={17} />
        </IconButton>
      </span>
      <IconButton label={t("fit")} shortcut="0" tooltipPosition="top" onClick={() => fitAll()}>
        <Icon name="maximize" size={17} />
      </IconButton>
    </>
  )
}

/** Looking for something, and making the picture orderly. */
function ArrangeTools({ arrange, isReadOnly }: { arrange: Arrange; isReadOnly: boolean }) {
  const { t } = useTranslation("canvas")
  const top = { tooltipPosition: "top" } as const
  return (
    <>
      <ToolbarDivider />
      <IconButton
        label={t("find.open")}
        shortcut="mod+F"
        {...top}
        aria-pressed={arrange.isFinding}
        onClick={() => arrange.find(!arrange.isFinding)}
      >
        <Icon name="search" size={17} />
      </IconButton>
      {!isReadOnly && (
        <span className={styles.wide}>
          <IconButton
            label={t("lasso")}
            shortcut="S"
            {...top}
            aria-pressed={arrange.isLassoArmed}
            onClick={() => arrange.armLasso(!arrange.isLassoArmed)}
          >
            <Icon name="lasso" size={17} />
          </IconButton>
          <IconButton
            label={t("note.add")}
            shortcut="N"
            {...top}
            onClick={() => arrange.addNote("note")}
          >
            <Icon name="note" size={17} />
          </IconButton>
          <IconButton
            label={t("region.add")}
            shortcut="R"
            {...top}
            onClick={() => arrange.addNote("region")}
          >
            <Icon name="region" size={17} />
          </IconButton>
          <IconButton
            label={t("tidy")}
            shortcut="T"
            {...top}
            loading={arrange.isTidying}
            onClick={arrange.tidy}
          >
            <Icon name="wand" size={17} />
          </IconButton>
        </span>
      )}
    </>
  )
}
