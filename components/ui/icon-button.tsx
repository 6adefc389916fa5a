import { ActionIcon, type ActionIconProps, Tooltip, type TooltipProps } from "@mantine/core"
import type { ComponentPropsWithoutRef, ReactNode, Ref } from "react"
import { KeyHint } from "./key-hint.tsx"

interface IconButtonProps
  extends Omit<ActionIconProps, "children">,
    Omit<ComponentPropsWithoutRef<"button">, keyof ActionIconProps | "aria-label"> {
  /** Said by screen readers and shown on hover and focus. */
  label: string
  /** "mod+Z" and the like, shown beside the label. */
  shortcut?: string
  tooltipPosition?: TooltipProps["position"]
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  label,
  shortcut,
  tooltipPosition,
  children,
  ...others
}: IconButtonProps) {
  const tooltip = shortcut ? (
    <span>
      {label} <KeyHint keys={shortcut} />
    </span>
  ) : (
    label
  )
  return (
    // What the button opened says what it is; a tooltip would only lie in its way.
    <Tooltip
      label={tooltip}
      position={tooltipPosition ?? "bottom"}
      disabled={others["aria-expanded"] === true}
    >
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} {...others}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
