"use client"

import { TextInput, UnstyledButton } from "@mantine/core"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./palette.module.css"

export interface PickItem {
  readonly id: string
  readonly title: string
  readonly icon: string
  readonly family?: string
  /** A line under the title. */
  readonly note?: string
  /** Begins a new part of the list. */
  readonly isApart?: boolean
}

interface PickMenuProps<Item extends PickItem> {
  /** Units: CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly label: string
  readonly searchLabel: string
  readonly nothingFits: string
  readonly listItems: (query: string) => readonly Item[]
  readonly onChoose: (item: Item) => void
  readonly onClose: () => void
}

/** A list to choose from where the person works: typing narrows it, arrows walk it, Escape goes back. */
export function PickMenu<Item extends PickItem>(props: PickMenuProps<Item>) {
  const { at, label, searchLabel, onChoose, onClose } = props
  const { t } = useTranslation("canvas")
  const [query, setQuery] = useState("")
  const box = useRef<HTMLDivElement>(null)
  const items = props.listItems(query)
  useFocusReturn()
  const walk = (event: KeyboardEvent, by: -1 | 1) => {
    event.preventDefault()
    const stops = [...(box.current?.querySelectorAll<HTMLElement>("input, [data-pick]") ?? [])]
    const index = stops.findIndex((stop) => stop.matches(":focus"))
    stops[(index + by + stops.length) % stops.length]?.focus()
  }
  const left = Math.max(8, Math.min(at.x, globalThis.innerWidth - 300))
  const top = Math.max(8, Math.min(at.y, globalThis.innerHeight - 380))
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
        ref={box}
        className={styles.menu}
        style={{ left, top }}
        role="dialog"
        aria-label={label}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === "Escape" || event.key === "Tab") {
            event.preventDefault()
            onClose()
          }
          if (event.key === "ArrowDown") walk(event, 1)
          if (event.key === "ArrowUp") walk(event, -1)
        }}
      >
        <TextInput
          autoFocus
          size="sm"
          value={query}
          placeholder={searchLabel}
          aria-label={searchLabel}
          leftSection={<Icon name="search" size={15} />}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = items[0]
            if (event.key !== "Enter" || !first) return
            event.preventDefault()
            onChoose(first)
          }}
        />
        <div className={styles.menuList}>
          {items.map((item) => (
            <PickRow key={item.id} item={item} onChoose={() => onChoose(item)} />
          ))}
          {items.length === 0 && <p className={styles.none}>{props.nothingFits}</p>}
        </div>
      </div>
    </>
  )
}

function PickRow({ item, onChoose }: { item: PickItem; onChoose: () => void }) {
  return (
    <UnstyledButton
      className={styles.item}
      data-pick={item.id}
      data-family={item.family}
      data-apart={item.isApart || undefined}
      onClick={onChoose}
    >
      <span className={styles.itemIcon}>
        <Icon name={item.icon} size={16} />
      </span>
      <span className={styles.itemWords}>
        {item.title}
        {item.note && <span className={styles.itemNote}>{item.note}</span>}
      </span>
    </UnstyledButton>
  )
}

/** When the menu goes, the focus is where it was before, unless the choice led somewhere else. */
function useFocusReturn() {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [])
}
