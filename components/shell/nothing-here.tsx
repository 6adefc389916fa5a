"use client"

import { Button } from "@mantine/core"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { AuthFrame } from "../auth/auth-frame.tsx"
import { EmptyState } from "../ui/empty-state.tsx"

/** The page at an address where nothing is. */
export function NothingHere() {
  const { t } = useTranslation("shell")
  return (
    <AuthFrame>
      <EmptyState
        order={1}
        icon="directions"
        title={t("notFound.title")}
        text={t("notFound.text")}
        action={
          <Button component={Link} href="/bots">
            {t("notFound.action")}
          </Button>
        }
      />
    </AuthFrame>
  )
}
