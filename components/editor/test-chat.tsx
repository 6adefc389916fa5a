"use client"

import { Menu } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { ChatView } from "../chat/chat-view.tsx"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import styles from "./builder.module.css"
import { type BuilderStore, findStep } from "./builder-store.ts"
import { type RunNote, useTestRun } from "./use-test-run.ts"

const skips = [60, 600, 3600, 86_400] as const

/** The draft as a conversation: pretended effects, a clock that can be skipped, any answer taken back. */
export function TestChat({ store }: { store: BuilderStore }) {
  const { t, i18n } = useTranslation("builder")
  const run = useTestRun(store, i18n.language)
  return (
    <div className={styles.test}>
      <div className={styles.testTools}>
        <span className={styles.testNote}>{t("chat.pretended")}</span>
        <Menu position="bottom-end" width={170}>
          <Menu.Target>
            <IconButton label={t("chat.skip")} size={28}>
              <Icon name="clock" size={16} />
            </IconButton>
          </Menu.Target>
          <Menu.Dropdown>
            {skips.map((seconds) => (
              <Menu.Item key={seconds} onClick={() => run.skip(seconds)}>
                {t(`chat.skip.${seconds}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <IconButton
          label={t("chat.rewind")}
          size={28}
          disabled={!run.canRewind}
          onClick={run.rewind}
        >
          <Icon name="arrow-back-up" size={16} />
        </IconButton>
        <IconButton label={t("chat.restart")} size={28} onClick={run.restart}>
          <Icon name="refresh" size={16} />
        </IconButton>
      </div>
      <ChatView
        label={t("chat.label")}
        messages={run.messages}
        waiting={run.waiting}
        isBusy={false}
        onReply={(reply) =>
          "text" in reply ? run.say(reply.text) : run.choose(reply.choice.value)
        }
        onFile={run.attach}
        onRestart={run.restart}
        notice={<Notes store={store} notes={run.notes} />}
        placeholder={<p className={styles.testEmpty}>{t("chat.empty")}</p>}
      />
    </div>
  )
}

function Notes({ store, notes }: { store: BuilderStore; notes: readonly RunNote[] }) {
  const { t } = useTranslation("builder")
  if (notes.length === 0) return null
  const show = (note: RunNote) => {
    const step = findStep(store.getState().document, note.stepId)
    if (step) store.getState().reveal(step.span, step.id)
  }
  return (
    <ul className={styles.notes} aria-label={t("chat.notes")}>
      {notes.map((note) => (
        <li key={note.id} data-kind={note.kind}>
          <button type="button" onClick={() => show(note)}>
            <Icon
              name={
                note.kind === "fault" ? "alert-circle" : note.kind === "log" ? "terminal" : "bolt"
              }
              size={14}
            />
            <span>{note.text}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
