"use client"

import { Button, Textarea } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./inbox.module.css"

export interface ShownNote {
  readonly id: string
  readonly kind: "note" | "notice"
  readonly author: string
  readonly text: string
  readonly at: string
}

interface NotesPanelProps {
  conversationId: string
  notes: readonly ShownNote[]
}

/** What staff and the bot wrote beside the conversation; its visitor never sees it. */
export function NotesPanel({ conversationId, notes }: NotesPanelProps) {
  const { t } = useTranslation("people")
  return (
    <section className={styles.notes} aria-label={t("inbox.notes")}>
      <h3 className={styles.notesHead}>{t("inbox.notes")}</h3>
      <NoteForm conversationId={conversationId} />
      <ul className={styles.noteList}>
        {notes.map((note) => (
          <li key={note.id} className={styles.note} data-kind={note.kind}>
            <p dir="auto">{note.text}</p>
            <footer>
              {note.kind === "notice" ? t("inbox.notice") : note.author} · <TimeAgo at={note.at} />
            </footer>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoteForm({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("people")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const [text, setText] = useState("")
  const save = useMutation(
    trpc.inbox.note.mutationOptions({
      onError: tellError,
      onSuccess: () => setText(""),
      onSettled: () => queryClient.invalidateQueries(trpc.inbox.pathFilter()),
    }),
  )
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== "" && !save.isPending) save.mutate({ conversationId, text: text.trim() })
  }
  return (
    <form className={styles.reply} onSubmit={add}>
      <Textarea
        className={styles.field}
        aria-label={t("inbox.noteLabel")}
        placeholder={t("inbox.noteLabel")}
        autosize
        maxRows={4}
        maxLength={limits.taskTextChars}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={save.isPending}
        disabled={text.trim() === ""}
      >
        {t("inbox.noteAdd")}
      </Button>
    </form>
  )
}
