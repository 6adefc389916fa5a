"use client"

import { Menu, UnstyledButton } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { signOut } from "../api/sign-in.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Icon } from "../ui/icon.tsx"
import { InitialsAvatar } from "../ui/initials-avatar.tsx"
import styles from "./profile-menu.module.css"

/** Who is signed in, the way to one's account, and the way out. */
export function ProfileMenu() {
  const { t } = useTranslation("shell")
  const trpc = useTRPC()
  const { tellError } = useToasts()
  const { data } = useQuery(trpc.account.me.queryOptions())
  const person = data?.user
  const leave = async () => {
    try {
      await signOut()
      window.location.assign("/sign-in")
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-label={t("profile")}>
          <InitialsAvatar name={person?.name ?? ""} size={30} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {person && (
          <div className={styles.person}>
            <strong>{person.name}</strong>
            <span>{person.email}</span>
          </div>
        )}
        <Menu.Item
          component={Link}
          href="/settings/account"
          leftSection={<Icon name="user" size={16} />}
        >
          {t("nav.account")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="logout" size={16} />} onClick={leave}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
