"use client"

import { UnstyledButton } from "@mantine/core"
import type { OutlineItem } from "#basic/services/outline.ts"
import styles from "./source.module.css"
import type { SourceWords } from "./source-words.ts"

interface OutlinePanelProps {
  readonly items: readonly OutlineItem[]
  readonly words: SourceWords
  readonly onChoose: (item: OutlineItem) => void
}

/** The parts of the program that have a name; a press leads to their line. */
export function OutlinePanel({ items, words, onChoose }: OutlinePanelProps) {
  return (
    <nav className={styles.outline} aria-label={words.say("outline")}>
      {items.length === 0 ? (
        <p className={styles.outlineEmpty}>{words.say("outlineEmpty")}</p>
      ) : (
        <OutlineList items={items} words={words} onChoose={onChoose} />
      )}
    </nav>
  )
}

function OutlineList({ items, words, onChoose }: OutlinePanelProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={`${item.kind} ${item.selection.start} ${item.name}`}>
          <UnstyledButton className={styles.outlineItem} onClick={() => onChoose(item)}>
            <span className={styles.outlineName} dir="ltr">
              {item.name}
            </span>
            <span className={styles.outlineDetail}>
              {words.say(`part.${item.kind}`)} {item.detail}
            </span>
          </UnstyledButton>
          {item.children.length > 0 && (
            <OutlineList items={item.children} words={words} onChoose={onChoose} />
          )}
        </li>
      ))}
    </ul>
  )
}
