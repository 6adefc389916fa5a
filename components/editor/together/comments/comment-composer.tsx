"use client"

import { Button, Combobox, Textarea, useCombobox } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { type RefObject, useRef, useState } from "react"
import { useTRPC } from "../../../api/trpc.ts"
import { PersonChip } from "../person-chip.tsx"
import styles from "../together.module.css"
import { findMention, listMentions, type Nameable, suggest } from "./mention-text.ts"

interface ComposerProps {
  readonly label: string
  readonly action: string
  /** What it is about. */
  readonly target?: string
  readonly isBusy: boolean
  /** Resolves to whether it was sent. */
  readonly onSend: (body: string, mentions: string[]) => Promise<boolean>
}

/** A field for a comment; @ names a member. Mod+Enter sends it. */
export function CommentComposer({ label, action, target, isBusy, onSend }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { text, setText, people, combobox, found, choose, change } = useNaming(field)
  const send = async () => {
    if (text.trim() !== "" && (await onSend(text, listMentions(text, people)))) setText("")
  }
  return (
    <form
      className={styles.composerForm}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start">
        <Combobox.EventsTarget>
          <Textarea
            ref={field}
            aria-label={label}
            placeholder={label}
            value={text}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4_000}
            dir="auto"
            onChange={(event) =>
              change(event.currentTarget.value, event.currentTarget.selectionStart)
            }
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
              event.preventDefault()
              void send()
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.DropdownTarget>
          <span />
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={found.length === 0}>
          <Combobox.Options>
            {found.map(({ userId, name }) => (
              <Combobox.Option key={userId} value={name}>
                <span className={styles.suggestion}>
                  <PersonChip userId={userId} name={name} /> {name}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <div className={styles.composerFoot}>
        <span className={styles.target} title={target}>
          {target}
        </span>
        <Button type="submit" size="compact-sm" loading={isBusy} disabled={text.trim() === ""}>
          {action}
        </Button>
      </div>
    </form>
  )
}

/** What is written, and the people who are offered while a name is typed behind an @. */
function useNaming(field: RefObject<HTMLTextAreaElement | null>) {
  const [text, setText] = useState("")
  const people = useMembers()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const mention = findMention(text, field.current?.selectionStart ?? text.length)
  const choose = (name: string) => {
    if (!mention) return
    const rest = text.slice(mention.start + 1 + mention.typed.length)
    setText(`${text.slice(0, mention.start)}@${name} ${rest.trimStart()}`)
    combobox.closeDropdown()
    field.current?.focus()
  }
  const change = (next: string, cursor: number) => {
    setText(next)
    if (findMention(next, cursor)) {
      combobox.openDropdown()
      combobox.updateSelectedOptionIndex("active")
    } else combobox.closeDropdown()
  }
  const found = mention ? suggest(people, mention.typed) : []
  return { text, setText, people, combobox, found, choose, change }
}

/** Everybody who can be named. */
export function useMembers(): readonly Nameable[] {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.orgs.members.queryOptions())
  return data?.members ?? []
}
