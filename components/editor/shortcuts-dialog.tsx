"use client"

import { useTranslation } from "react-i18next"
import { Dialog } from "../ui/dialog.tsx"
import { KeyHint } from "../ui/key-hint.tsx"
import styles from "./shortcuts-dialog.module.css"

const moving = [
  ["keys.walk", ["↑", "↓"]],
  ["keys.across", ["←", "→"]],
  ["keys.open", ["Enter"]],
  ["keys.back", ["Esc"]],
  ["keys.outlet", ["Tab"]],
  ["keys.lasso", ["S"]],
  ["keys.all", ["mod+A"]],
] as const
const changing = [
  ["keys.add", ["/"]],
  ["keys.words", ["F2"]],
  ["keys.shift", ["alt+↑", "alt+↓"]],
  ["keys.connect", ["Enter"]],
  ["keys.duplicate", ["mod+D"]],
  ["keys.off", ["D"]],
  ["keys.remove", ["Del"]],
  ["keys.copy", ["mod+C", "mod+V"]],
  ["keys.note", ["N", "R"]],
  ["keys.fold", ["C"]],
  ["keys.tidy", ["T"]],
  ["keys.undo", ["mod+Z"]],
  ["keys.redo", ["mod+shift+Z"]],
] as const
const writing = [
  ["keys.complete", ["ctrl+Space"]],
  ["keys.rename", ["F2"]],
  ["keys.definition", ["F12"]],
  ["keys.references", ["shift+F12"]],
  ["keys.repair", ["mod+."]],
  ["keys.format", ["shift+alt+F"]],
  ["keys.foldLines", ["mod+shift+[", "mod+shift+]"]],
] as const
const debugging = [
  ["keys.debugContinue", ["F8"]],
  ["keys.breakpoint", ["F9"]],
  ["keys.stepOver", ["F10", "shift+F10"]],
  ["keys.stepInto", ["F11", "shift+F11"]],
] as const
const looking = [
  ["keys.zoom", ["+", "-"]],
  ["keys.fit", ["0"]],
  ["keys.full", ["1"]],
  ["keys.selected", ["2"]],
  ["keys.find", ["mod+F"]],
  ["keys.commands", ["mod+K"]],
  ["keys.help", ["?"]],
] as const

/** Every key of the builder, in short lists. */
export function ShortcutsDialog({ canEdit, onClose }: { canEdit: boolean; onClose: () => void }) {
  const { t } = useTranslation("builder")
  const parts = [
    { title: t("keys.moving"), rows: moving },
    ...(canEdit ? [{ title: t("keys.changing"), rows: changing }] : []),
    { title: t("keys.looking"), rows: looking },
    { title: t("keys.writing"), rows: writing },
    { title: t("keys.debugging"), rows: debugging },
  ]
  return (
    <Dialog opened onClose={onClose} title={t("keys.title")} size="lg">
      <div className={styles.keys}>
        {parts.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([key, combos]) => (
                <div key={key}>
                  <dt>{t(key)}</dt>
                  <dd>
                    {combos.map((combo) => (
                      <KeyHint key={combo} keys={combo} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
