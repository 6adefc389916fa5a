"use client"

import { NativeSelect, Popover } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type EffectMode, effectKinds, effectModes } from "#basic/debugger/effect-rules.ts"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import type { TestRunView } from "../use-test-run.ts"
import styles from "./debug.module.css"
import { RealTalk, RealTalkButton } from "./real-talk.tsx"

/** How the world answers the bot in the test chat: pretended, by hand, or on a bad day. */
export function WorldMenu({ view }: { view: TestRunView }) {
  const { t } = useTranslation("builder")
  const [isOpen, setOpen] = useState(false)
  const [isReal, setReal] = useState(false)
  const { rules } = view.state.session
  const isChanged = effectKinds.some((kind) => (rules[kind] ?? "pretend") !== "pretend")
  return (
    <>
      {isReal && <RealTalk onClose={() => setReal(false)} />}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus>
        <Popover.Target>
          <IconButton
            label={t("debug.world")}
            aria-expanded={isOpen}
            onClick={() => setOpen((before) => !before)}
            size={28}
            {...(isChanged && { color: "orange", variant: "light" as const })}
          >
            <Icon name="bolt" size={16} />
          </IconButton>
        </Popover.Target>
        <Popover.Dropdown>
          <p className={styles.worldText}>{t("debug.worldText")}</p>
          {effectKinds.map((kind) => (
            <NativeSelect
              key={kind}
              size="xs"
              mb="xs"
              label={t(`debug.kind.${kind}`)}
              value={rules[kind] ?? "pretend"}
              data={effectModes.map((mode) => ({ value: mode, label: t(`debug.mode.${mode}`) }))}
              onChange={({ currentTarget }) => view.actions.rule(kind, modeOf(currentTarget.value))}
            />
          ))}
          <RealTalkButton
            onOpen={() => {
              setOpen(false)
              setReal(true)
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

const modeOf = (value: string): EffectMode =>
  effectModes.find((mode) => mode === value) ?? "pretend"
