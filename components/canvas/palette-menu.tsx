"use client"

import { useTranslation } from "react-i18next"
import { PickMenu } from "./pick-menu.tsx"
import { findItems, type PaletteItem, usePalette } from "./use-palette.ts"

interface PaletteMenuProps {
  /** Units: CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly onChoose: (item: PaletteItem) => void
  readonly onClose: () => void
}

/** The palette where an outlet was dropped on empty canvas, or where `/` was pressed. */
export function PaletteMenu({ at, onChoose, onClose }: PaletteMenuProps) {
  const { t } = useTranslation("canvas")
  const sections = usePalette("")
  return (
    <PickMenu
      at={at}
      label={t("addStep")}
      searchLabel={t("searchSteps")}
      nothingFits={t("noSteps")}
      listItems={(query) => findItems(sections, query)}
      onChoose={onChoose}
      onClose={onClose}
    />
  )
}
