"use client"

import { ActionIcon, Menu } from "@mantine/core"
import Link from "next/link"
import type { ReactNode } from "react"
import { Icon } from "./icon.tsx"

interface RowMenuProps {
  /** Names the menu and whose it is: "More about Anna". */
  readonly label: string
  readonly width?: number
  /** Stands beside other buttons instead of at the end of a row. */
  readonly isButton?: boolean
  readonly className?: string | undefined
  /** `RowAct`s. */
  readonly children: ReactNode
}

/** The three dots at the end of a row or card, and what can be done with it. */
export function RowMenu({ label, width = 190, isButton, className, children }: RowMenuProps) {
  const look = isButton
    ? ({ variant: "default", size: 36 } as const)
    : ({ variant: "subtle", color: "gray", size: 30 } as const)
  return (
    <Menu position="bottom-end" width={width}>
      <Menu.Target>
        <ActionIcon {...look} className={className ?? ""} aria-label={label}>
          <Icon name="dots" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

interface RowActProps {
  readonly icon: string
  /** Takes something away. */
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  readonly onAct: () => void
  readonly children: ReactNode
}

/** One thing that can be done with a row. */
export function RowAct({ icon, isDanger, isDisabled, onAct, children }: RowActProps) {
  return (
    <Menu.Item
      {...(isDanger && { color: "red" })}
      leftSection={<Icon name={icon} size={16} />}
      disabled={isDisabled ?? false}
      onClick={onAct}
    >
      {children}
    </Menu.Item>
  )
}

interface RowLinkProps {
  readonly icon: string
  readonly href: string
  readonly children: ReactNode
}

/** A page that belongs to a row. */
export function RowLink({ icon, href, children }: RowLinkProps) {
  return (
    <Menu.Item component={Link} href={href} leftSection={<Icon name={icon} size={16} />}>
      {children}
    </Menu.Item>
  )
}
