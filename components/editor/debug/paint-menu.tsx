"use client"

import { Menu } from "@mantine/core"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { useFlowsStore } from "../flows/flows-context.ts"
import { paintOf } from "./debug-store.ts"

const kinds = ["none", "tests", "traffic"] as const

const PaintLayer = lazy(async () => ({ default: (await import("./paint-layer.tsx")).PaintLayer }))

/** The figures that were chosen, on the canvas. They stay while the test chat is away: on a phone that is when one sees them. */
export function PaintFigures() {
  const kind = useStore(paintOf(useFlowsStore()), (state) => state.kind)
  if (kind === "none") return null
  return (
    <Suspense fallback={null}>
      <PaintLayer kind={kind} />
    </Suspense>
  )
}

/** Chooses the figures on the canvas: what the tests reach, or what people do. */
export function PaintMenu() {
  const { t } = useTranslation("builder")
  const paint = paintOf(useFlowsStore())
  const kind = useStore(paint, (state) => state.kind)
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <IconButton label={t("paint.label")} size={28} aria-pressed={kind !== "none"}>
          <Icon name="chart-bar" size={16} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={kind}
          onChange={(value) =>
            paint.setState({ kind: kinds.find((name) => name === value) ?? "none" })
          }
        >
          {kinds.map((name) => (
            <Menu.RadioItem key={name} value={name} closeMenuOnClick>
              {t(`paint.${name}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
