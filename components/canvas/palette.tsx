"use client"

import { TextInput, UnstyledButton } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./palette.module.css"
import { type DropPlace, followPointer } from "./step-drag.ts"
import { type PaletteItem, usePalette } from "./use-palette.ts"

interface PaletteProps {
  /** Drops a new step; the canvas knows where things are. */
  readonly onDrop: (item: PaletteItem, place: DropPlace, pointer: { x: number; y: number }) => void
  /** A click or Enter adds the step where the person works. */
  readonly onAdd: (item: PaletteItem) => void
}

/** Everything a bot can do, by family: drag it onto the canvas, or press it to add it where you are. */
export function Palette({ onDrop, onAdd }: PaletteProps) {
  const { t } = useTranslation("canvas")
  const [query, setQuery] = useState("")
  const sections = usePalette(query)
  return (
    <nav className={styles.palette} aria-label={t("palette")}>
      <div className={styles.search}>
        <TextInput
          size="sm"
          value={query}
          placeholder={t("searchSteps")}
          aria-label={t("searchSteps")}
          leftSection={<Icon name="search" size={15} />}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <div className={styles.sections}>
        {sections.map((section) => (
          <section key={section.family} data-family={section.family} aria-label={section.title}>
            <h2 className={styles.family}>{section.title}</h2>
            {section.items.map((item) => (
              <UnstyledButton
                key={item.id}
                className={styles.item}
                data-family={item.family}
                data-palette={item.id}
                onClick={() => onAdd(item)}
                onPointerDown={(event) =>
                  followPointer(
                    event,
                    { kind: "new", statement: item.statement, title: item.title },
                    (place, pointer) => onDrop(item, place, pointer),
                  )
                }
              >
                <span className={styles.itemIcon}>
                  <Icon name={item.icon} size={16} />
                </span>
                {item.title}
              </UnstyledButton>
            ))}
          </section>
        ))}
        {sections.length === 0 && <p className={styles.none}>{t("noSteps")}</p>}
      </div>
    </nav>
  )
}
