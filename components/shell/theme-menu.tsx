"use client"

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from "@mantine/core"
import { useMounted } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { colorSchemes } from "./color-schemes.ts"

export function ThemeMenu() {
  const { t } = useTranslation("shell")
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const isMounted = useMounted()
  const current = isMounted ? colorScheme : "auto"
  const icon = colorSchemes.find((scheme) => scheme.value === current)?.icon ?? "sun"
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Tooltip label={t("theme")}>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={t("theme")}>
            <Icon name={icon} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {colorSchemes.map(({ value, icon: name }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={value === current}
            leftSection={<Icon name={name} size={16} />}
            rightSection={value === current ? <Icon name="check" size={16} /> : null}
            onClick={() => setColorScheme(value)}
          >
            {t(`theme.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
