"use client"

import { Modal, type ModalProps } from "@mantine/core"
import { useTranslation } from "react-i18next"

/** A dialog over the page, with a title and a way out that are named in the person's language. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation("common")
  return (
    <Modal
      closeButtonProps={{ "aria-label": t("close") }}
      // Its head is an element <header>, which outside of a page's own parts would be a second banner.
      attributes={{ header: { role: "none" } }}
      {...props}
    />
  )
}
