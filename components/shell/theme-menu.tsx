"use client"

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from "@mantine/core"
import { useMounted } from "@mantine/hooks"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { colorSchemes } from "./color-schemes.ts"

export function ThemeMenu() {
  const { t } = useTranslation("shell")
  const [isOpen, setOpen] = useState(false)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const isMounted = useMounted()
  const current = isMounted ? colorScheme : "auto"
  const icon = colorSchemes.find((scheme) => scheme.value === current)?.icon ?? "sun"
  return (
    <Menu position="bottom-end" width={180} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={t("theme")} disabled={isOpen}>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={t("theme")}>
            <Icon name={icon} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={current}>
          {colorSchemes.map(({ value, icon: name }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              closeMenuOnClick
              rightSection={<Icon name={name} size={16} />}
              onChange={() => setColorScheme(value)}
            >
              {t(`theme.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
