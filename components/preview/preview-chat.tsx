"use client"

import { Button } from "@mantine/core"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ChatMessage } from "#catalog/messages.ts"
import type { PreviewAct } from "#server/services/previews/schema.ts"
import type { PreviewLine } from "#server/services/previews/talk.ts"
import { useTRPCClient } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { ChatView } from "../chat/chat-view.tsx"

interface PreviewChatProps {
  readonly token: string
  readonly pass: string
  readonly name: string
}

/** So long at most passes at a press. Units: seconds. */
const skipSeconds = 86_400

/** The conversation with a preview. Only this page knows what was said: the server runs it anew each time. */
export function PreviewChat({ token, pass, name }: PreviewChatProps) {
  const { t, i18n } = useTranslation("chat")
  const client = useTRPCClient()
  const say = useErrorWords()
  const [acts, setActs] = useState<readonly PreviewAct[]>([])
  const [beganMs, setBegan] = useState(() => Date.now())
  const language = i18n.language.split("-")[0] ?? "en"
  const talk = useQuery({
    queryKey: ["preview", token, beganMs, acts],
    queryFn: () => client.previews.talk.mutate({ token, pass, acts: [...acts], beganMs, language }),
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const add = (act: PreviewAct) => setActs((before) => [...before, act])
  const restart = () => {
    setActs([])
    setBegan(Date.now())
  }
  const words = talk.error ? say(talk.error) : null
  const waiting = talk.data?.waiting ?? null
  return (
    <ChatView
      label={t("with", { name })}
      messages={(talk.data?.lines ?? []).map(toMessage)}
      waiting={talk.data ? waiting : { kind: "running" }}
      isBusy={talk.isFetching}
      onReply={(reply) =>
        add("text" in reply ? { say: reply.text } : { choose: reply.choice.value })
      }
      onRestart={restart}
      notice={
        <div aria-live="polite">
          {words && (
            <p role="alert">
              <strong>{words.title}</strong> {words.text}
            </p>
          )}
          {talk.data?.hasFailed && <p>{t("preview.failed")}</p>}
          {waiting?.kind === "time" && (
            <Button size="xs" variant="default" onClick={() => add({ skip: skipSeconds })}>
              {t("preview.skip")}
            </Button>
          )}
        </div>
      }
    />
  )
}

function toMessage({ from, text, choices }: PreviewLine, index: number): ChatMessage {
  const message = { id: String(index), seq: index + 1, from, text, at: "", kind: "text" as const }
  return { ...message, ...(choices && { choices: [...choices] }) }
}
