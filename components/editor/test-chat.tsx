"use client"

import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import type { ChatMessage } from "#catalog/messages.ts"
import { ChatView } from "../chat/chat-view.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import styles from "./builder.module.css"
import { type BuilderStore, findStep } from "./builder-store.ts"
import { DebugBar } from "./debug/debug-bar.tsx"
import { EffectForm } from "./debug/effect-form.tsx"
import { PauseStrip } from "./debug/pause-strip.tsx"
import { useDebugKeys } from "./debug/use-debug-keys.ts"
import { VariablesView } from "./debug/variables-view.tsx"
import { FindingText } from "./finding-text.tsx"
import { TestLanguage } from "./test-language.tsx"
import { fileFacts, type RunNote, type TestRunView, useTestRun } from "./use-test-run.ts"

const WhyCard = lazy(async () => ({ default: (await import("./debug/why-card.tsx")).WhyCard }))

/** The draft as a conversation: pretended effects, a clock that can be skipped, any answer taken back. */
export function TestChat({ store }: { store: BuilderStore }) {
  const { t, i18n } = useTranslation("builder")
  const [language, setLanguage] = useState(i18n.language)
  const view = useTestRun(store, language)
  const { run, actions } = view
  const [why, setWhy] = useState<number | null>(null)
  useDebugKeys(store, actions)
  const { preview, pause } = run
  return (
    <div className={styles.test}>
      <DebugBar view={view} />
      <TestLanguage store={store} language={language} onChange={setLanguage} />
      <ChatView
        label={t("chat.label")}
        messages={view.messages}
        waiting={pause ? null : preview.waiting}
        isBusy={pause !== null}
        onReply={(reply) => {
          if ("text" in reply) return void view.say(reply.text)
          const { value, label } = reply.choice
          actions.act({ kind: "choose", value, label })
        }}
        onFile={(file) => actions.act({ kind: "attach", file: fileFacts(file) })}
        onRestart={view.restart}
        renderMessageActions={(message) => (
          <MessageActions message={message} view={view} onWhy={setWhy} />
        )}
        notice={
          <>
            <Notes store={store} view={view} />
            {why !== null && (
              <Suspense fallback={null}>
                <WhyCard store={store} view={view} event={why} onClose={() => setWhy(null)} />
              </Suspense>
            )}
          </>
        }
        placeholder={pause ? null : <p className={styles.testEmpty}>{t("chat.empty")}</p>}
      />
      <PauseStrip store={store} view={view} />
      <VariablesView store={store} view={view} />
    </div>
  )
}

interface MessageActionsProps {
  readonly message: ChatMessage
  readonly view: TestRunView
  readonly onWhy: (event: number) => void
}

/** Beside what the bot said: why; beside what the person said: say something else instead. */
function MessageActions({ message, view, onWhy }: MessageActionsProps) {
  const { t } = useTranslation("builder")
  const event = Number(message.id)
  if (message.from === "bot")
    return (
      <IconButton label={t("debug.why")} size={24} onClick={() => onWhy(event)}>
        <Icon name="help-circle" size={15} />
      </IconButton>
    )
  const act = view.run.actStarts.findLastIndex((start) => start.event <= event) - 1
  if (act < 0) return null
  return (
    <IconButton label={t("debug.rewind")} size={24} onClick={() => view.actions.rewind(act)}>
      <Icon name="arrow-back-up" size={15} />
    </IconButton>
  )
}

function Notes({ store, view }: { store: BuilderStore; view: TestRunView }) {
  const { t } = useTranslation("builder")
  const [changed, setChanged] = useState<number | null>(null)
  if (view.notes.length === 0) return null
  return (
    <ul className={styles.notes} aria-label={t("chat.notes")}>
      {view.notes.map((note) => (
        <li key={note.id} data-kind={note.kind}>
          <NoteRow store={store} note={note} onChange={setChanged} />
          {note.effect !== null && note.effect === changed && (
            <EffectForm
              given={view.run.effects.find(({ number }) => number === note.effect)?.answer ?? null}
              onCancel={() => setChanged(null)}
              onAnswer={(answer) => {
                setChanged(null)
                if (note.effect !== null) view.actions.answer(note.effect, answer)
              }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

interface NoteRowProps {
  readonly store: BuilderStore
  readonly note: RunNote
  readonly onChange: (effect: number) => void
}

function NoteRow({ store, note, onChange }: NoteRowProps) {
  const { t } = useTranslation("builder")
  const show = () => {
    const step = findStep(store.getState().document, note.stepId)
    if (step) store.getState().reveal(step.span, step.id)
  }
  const icon = note.kind === "fault" ? "alert-circle" : note.kind === "log" ? "terminal" : "bolt"
  const { effect } = note
  return (
    <div className={styles.noteRow}>
      <button type="button" onClick={show}>
        <Icon name={icon} size={14} />
        <span dir="auto">{note.found ? <FindingText found={note.found} /> : note.text}</span>
      </button>
      {effect !== null && (
        <IconButton label={t("debug.effect.change")} size={24} onClick={() => onChange(effect)}>
          <Icon name="pencil" size={14} />
        </IconButton>
      )}
    </div>
  )
}
