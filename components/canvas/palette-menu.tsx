"use client"

import { TextInput, UnstyledButton } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./palette.module.css"
import { type PaletteItem, usePalette } from "./use-palette.ts"

interface PaletteMenuProps {
  /** Units: CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly onChoose: (item: PaletteItem) => void
  readonly onClose: () => void
}

/** The palette where an outlet was dropped on empty canvas, or where `/` was pressed. */
export function PaletteMenu({ at, onChoose, onClose }: PaletteMenuProps) {
  const { t } = useTranslation("canvas")
  const [query, setQuery] = useState("")
  const items = usePalette(query).flatMap((section) => section.items)
  const left = Math.min(at.x, globalThis.innerWidth - 300)
  const top = Math.min(at.y, globalThis.innerHeight - 380)
  return (
    <>
      <button
        type="button"
        className={styles.veil}
        aria-label={t("closePalette")}
        tabIndex={-1}
        onClick={onClose}
      />
      <div
        className={styles.menu}
        style={{ left, top }}
        role="dialog"
        aria-label={t("addStep")}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === "Escape") onClose()
        }}
      >
        <TextInput
          data-autofocus
          autoFocus
          size="sm"
          value={query}
          placeholder={t("searchSteps")}
          aria-label={t("searchSteps")}
          leftSection={<Icon name="search" size={15} />}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = items[0]
            if (event.key === "Enter" && first) onChoose(first)
          }}
        />
        <div className={styles.menuList}>
          {items.map((item) => (
            <UnstyledButton
              key={item.id}
              className={styles.item}
              data-family={item.family}
              onClick={() => onChoose(item)}
            >
              <span className={styles.itemIcon}>
                <Icon name={item.icon} size={16} />
              </span>
              {item.title}
            </UnstyledButton>
          ))}
          {items.length === 0 && <p className={styles.none}>{t("noSteps")}</p>}
        </div>
      </div>
    </>
  )
}
