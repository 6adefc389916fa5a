"use client"

import { ActionIcon, Menu } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { Icon } from "../../ui/icon.tsx"

interface VariableMenuProps {
  readonly variables: readonly string[]
  readonly onChoose: (name: string) => void
}

/** The variables there are, to put one into a text. */
export function VariableMenu({ variables, onChoose }: VariableMenuProps) {
  const { t } = useTranslation("builder")
  return (
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={t("step.insertVariable")}
          title={t("step.insertVariable")}
        >
          <Icon name="variable" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {variables.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
