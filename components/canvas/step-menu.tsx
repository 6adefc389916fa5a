"use client"

import { Menu } from "@mantine/core"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { type BuilderStore, findStep } from "../editor/builder-store.ts"
import { Icon } from "../ui/icon.tsx"
import { KeyHint } from "../ui/key-hint.tsx"
import { writeClipboard } from "./clipboard-text.ts"
import { switchSelected } from "./switch-selected.ts"
import { removeSelected } from "./use-clipboard.ts"
import { focusStep } from "./use-step-keys.ts"

interface StepMenuProps {
  readonly store: BuilderStore
  readonly stepId: string
  /** Units: CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

/** What can be done with the selected steps, where the pointer is: the menu of the other mouse button. */
export function StepMenu({ store, stepId, at, onClose }: StepMenuProps) {
  const { t } = useTranslation("canvas")
  const document = useStore(store, (state) => state.document)
  const step = findStep(document, stepId)
  const close = () => {
    onClose()
    focusStep(stepId)
  }
  if (step === null) return null
  const { perform } = store.getState()
  return (
    <Menu opened onClose={close} position="bottom-start" offset={2} withinPortal>
      <Menu.Target>
        <span style={{ position: "fixed", left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t("stepMenu.label")}>
        <Act icon={step.isOff ? "play" : "pause"} keys="D" onClick={() => switchSelected(store)}>
          {t(step.isOff ? "stepMenu.on" : "stepMenu.off")}
        </Act>
        <Act icon="copy" keys="mod+D" onClick={() => perform({ kind: "duplicateStep", stepId })}>
          {t("stepMenu.duplicate")}
        </Act>
        <Act icon="clipboard" keys="mod+C" onClick={() => copySelected(store)}>
          {t("stepMenu.copy")}
        </Act>
        <Menu.Divider />
        <Act icon="trash" keys="Del" onClick={() => removeSelected(store)}>
          {t("stepMenu.remove")}
        </Act>
      </Menu.Dropdown>
    </Menu>
  )
}

interface ActProps {
  readonly icon: string
  readonly keys: string
  readonly onClick: () => unknown
  readonly children: ReactNode
}

function Act({ icon, keys, onClick, children }: ActProps) {
  return (
    <Menu.Item
      leftSection={<Icon name={icon} size={15} />}
      rightSection={<KeyHint keys={keys} />}
      onClick={() => void onClick()}
    >
      {children}
    </Menu.Item>
  )
}

function copySelected(store: BuilderStore) {
  const { document, flowId, selection, cardIds } = store.getState()
  const flow = document.flows.find(({ id }) => id === flowId)
  const text = flow ? writeClipboard(flow, selection, cardIds) : null
  if (text !== null) void navigator.clipboard.writeText(text)
}
