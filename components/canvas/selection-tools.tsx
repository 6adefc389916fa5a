"use client"

import { Menu } from "@mantine/core"
import { Panel, useReactFlow } from "@xyflow/react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { type CanvasGroup, type NoteColor, noteColors } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import { Toolbar, ToolbarDivider } from "../ui/toolbar.tsx"
import { type Alignment, alignCards, alignments, distributeCards } from "./align-cards.ts"
import type { CanvasNode } from "./canvas-nodes.ts"
import styles from "./canvas-view.module.css"
import { removeSelected } from "./use-clipboard.ts"
import { boxOf } from "./way-boxes.tsx"

/** What can be done with the selected cards, floating at the top while there are any. */
export function SelectionTools({
  store,
  groups,
}: {
  store: BuilderStore
  groups: readonly CanvasGroup[]
}) {
  const { t } = useTranslation("canvas")
  const cardIds = useStore(store, (state) => state.cardIds)
  if (cardIds.length === 0) return null
  const selected = groups.filter(({ id }) => cardIds.includes(id))
  return (
    <Panel position="top-center">
      <Toolbar label={t("selection.label", { count: cardIds.length })} isFloating>
        <span className={styles.zoom}>{t("selection.count", { count: cardIds.length })}</span>
        <ToolbarDivider />
        {selected.length > 0 && <CollapseTool store={store} groups={selected} />}
        <ColorTool store={store} cardIds={cardIds} groups={selected} />
        {cardIds.length > 1 && <AlignTool store={store} cardIds={cardIds} />}
        <ToolbarDivider />
        <IconButton
          label={t("selection.remove")}
          shortcut="Del"
          onClick={() => removeSelected(store)}
        >
          <Icon name="trash" size={17} />
        </IconButton>
      </Toolbar>
    </Panel>
  )
}

function CollapseTool({ store, groups }: { store: BuilderStore; groups: readonly CanvasGroup[] }) {
  const { t } = useTranslation("canvas")
  const isCollapsed = groups.every(({ look }) => look.isCollapsed)
  return (
    <IconButton
      label={t(isCollapsed ? "selection.expand" : "selection.collapse")}
      shortcut="C"
      onClick={() => toggleCollapsed(store, groups)}
    >
      <Icon name={isCollapsed ? "chevron-down" : "chevron-up"} size={17} />
    </IconButton>
  )
}

/** Collapses the cards, or opens them when all are collapsed already. */
export function toggleCollapsed(store: BuilderStore, groups: readonly CanvasGroup[]) {
  const isCollapsed = !groups.every(({ look }) => look.isCollapsed)
  const groupIds = groups.map(({ id }) => id)
  store.getState().perform({ kind: "styleGroups", groupIds, look: { isCollapsed } })
}

function ColorTool({
  store,
  cardIds,
  groups,
}: {
  store: BuilderStore
  cardIds: readonly string[]
  groups: readonly CanvasGroup[]
}) {
  const { t } = useTranslation("canvas")
  const paint = (color: NoteColor | null) => {
    const { document, perform } = store.getState()
    for (const note of document.layout.notes ?? [])
      if (cardIds.includes(note.id) && color) perform({ kind: "putNote", note: { ...note, color } })
    const groupIds = groups.map(({ id }) => id)
    if (groupIds.length > 0) perform({ kind: "styleGroups", groupIds, look: { color } })
  }
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={t("selection.color")}>
          <Icon name="palette" size={17} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.length > 0 && <Menu.Item onClick={() => paint(null)}>{t("color.none")}</Menu.Item>}
        {noteColors.map((color) => (
          <Menu.Item
            key={color}
            leftSection={<span className={styles.swatch} data-color={color} />}
            onClick={() => paint(color)}
          >
            {t(`color.${color}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function AlignTool({ store, cardIds }: { store: BuilderStore; cardIds: readonly string[] }) {
  const { t } = useTranslation("canvas")
  const { getNodes } = useReactFlow<CanvasNode>()
  const boxes = () =>
    getNodes()
      .filter(({ id }) => cardIds.includes(id))
      .map(boxOf)
  const { perform } = store.getState()
  const align = (alignment: Alignment) =>
    perform({ kind: "moveGroups", moves: alignCards(boxes(), alignment) })
  const distribute = (axis: "x" | "y") =>
    perform({ kind: "moveGroups", moves: distributeCards(boxes(), axis) })
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={t("selection.align")}>
          <Icon name="layout-align" size={17} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {alignments.map((alignment) => (
          <Menu.Item key={alignment} onClick={() => align(alignment)}>
            {t(`align.${alignment}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={cardIds.length < 3} onClick={() => distribute("x")}>
          {t("distribute.x")}
        </Menu.Item>
        <Menu.Item disabled={cardIds.length < 3} onClick={() => distribute("y")}>
          {t("distribute.y")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
