"use client"

import { Menu, UnstyledButton, VisuallyHidden } from "@mantine/core"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CreateOrganizationDialog } from "../organization/create-organization-dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { useCurrentOrganization } from "./current-organization.tsx"
import styles from "./organization-switcher.module.css"

/** Names the organization one works for, and changes it. */
export function OrganizationSwitcher() {
  const { t } = useTranslation("shell")
  const router = useRouter()
  const { organization, organizations, choose } = useCurrentOrganization()
  const [isCreating, setCreating] = useState(false)
  const change = (id: string) => {
    choose(id)
    router.push("/bots")
  }
  return (
    <>
      <Menu width={232} position="bottom-start">
        <Menu.Target>
          <UnstyledButton className={styles.button}>
            <span
              className={styles.initial}
              data-letter={Array.from(organization.name)[0]?.toLocaleUpperCase()}
            />
            <span className={styles.name}>
              {organization.name}
              <VisuallyHidden>{t("organization.switch")}</VisuallyHidden>
            </span>
            <Icon name="selector" size={16} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("organization.yours")}</Menu.Label>
          <Menu.RadioGroup value={organization.id} onChange={change}>
            {organizations.map(({ id, name }) => (
              <Menu.RadioItem key={id} value={id} closeMenuOnClick>
                <span className={styles.name}>{name}</span>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="plus" size={16} />} onClick={() => setCreating(true)}>
            {t("organization.create")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <CreateOrganizationDialog
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onCreated={change}
      />
    </>
  )
}
