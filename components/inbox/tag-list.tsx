"use client"

import { ActionIcon, TextInput } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Icon } from "../ui/icon.tsx"
import styles from "./inbox.module.css"

interface TagListProps {
  conversationId: string
  tags: readonly string[]
}

/** The tags of a conversation, and where a new one is written. */
export function TagList({ conversationId, tags }: TagListProps) {
  const { t } = useTranslation("people")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const [text, setText] = useState("")
  const change = useMutation(
    trpc.inbox.tag.mutationOptions({
      onError: tellError,
      onSettled: () => queryClient.invalidateQueries(trpc.inbox.pathFilter()),
    }),
  )
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === "") return
    change.mutate({ conversationId, tag: text.trim(), isOn: true })
    setText("")
  }
  return (
    <section className={styles.tags} aria-label={t("inbox.tags")}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <span dir="auto">{tag}</span>
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={t("inbox.tagRemove", { tag })}
            onClick={() => change.mutate({ conversationId, tag, isOn: false })}
          >
            <Icon name="x" size={14} />
          </ActionIcon>
        </span>
      ))}
      <form onSubmit={add}>
        <TextInput
          size="xs"
          w={140}
          aria-label={t("inbox.tagLabel")}
          placeholder={t("inbox.tagLabel")}
          maxLength={limits.tagChars}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </section>
  )
}
