"use client"

import { Menu } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import type { PaintKind } from "./paint-layer.tsx"

const kinds = ["none", "tests", "traffic"] as const

const PaintLayer = lazy(async () => ({ default: (await import("./paint-layer.tsx")).PaintLayer }))

/** Chooses the figures on the canvas: what the tests reach, or what people do. */
export function PaintMenu() {
  const { t } = useTranslation("builder")
  const [kind, setKind] = useState<PaintKind | "none">("none")
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <IconButton label={t("paint.label")} size={28} aria-pressed={kind !== "none"}>
            <Icon name="chart-bar" size={16} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={kind}
            onChange={(value) => setKind(kinds.find((name) => name === value) ?? "none")}
          >
            {kinds.map((name) => (
              <Menu.RadioItem key={name} value={name} closeMenuOnClick>
                {t(`paint.${name}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      {kind !== "none" && (
        <Suspense fallback={null}>
          <PaintLayer kind={kind} />
        </Suspense>
      )}
    </>
  )
}
