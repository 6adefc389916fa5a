"use client"

import { Button, Textarea } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { type KeyboardEvent, type SyntheticEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import styles from "./inbox.module.css"

/** Where a person answers: Enter sends, Shift+Enter begins a new line. What was not taken stays. */
export function ReplyBox({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation("people")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const [text, setText] = useState("")
  const reply = useMutation(
    trpc.inbox.reply.mutationOptions({
      onError: tellError,
      onSuccess: () => setText(""),
      onSettled: () => queryClient.invalidateQueries(trpc.inbox.pathFilter()),
    }),
  )
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() !== "" && !reply.isPending) reply.mutate({ conversationId, text })
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
  }
  return (
    <form className={styles.reply} onSubmit={send}>
      <Textarea
        className={styles.field}
        aria-label={t("inbox.reply")}
        placeholder={t("inbox.reply")}
        autosize
        maxRows={6}
        maxLength={limits.messageTextChars}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
      <Button type="submit" loading={reply.isPending} disabled={text.trim() === ""}>
        {t("inbox.send")}
      </Button>
    </form>
  )
}
