"use client"

import { ActionIcon, Loader, Menu, Tooltip } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { languages } from "../i18n/languages.ts"
import { useLanguage } from "../i18n/texts-provider.tsx"
import { Icon } from "../ui/icon.tsx"

export function LanguageMenu() {
  const { t } = useTranslation("shell")
  const [isOpen, setOpen] = useState(false)
  const { language, setLanguage, isChanging } = useLanguage()
  return (
    <Menu position="bottom-end" width={180} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={t("language")} disabled={isOpen}>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={t("language")}>
            {isChanging ? <Loader size={14} /> : <Icon name="language" />}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={language}>
          {languages.map(({ code, name }) => (
            <Menu.RadioItem
              key={code}
              value={code}
              lang={code}
              closeMenuOnClick
              onChange={() => setLanguage(code)}
            >
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
