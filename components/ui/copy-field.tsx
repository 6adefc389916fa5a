"use client"

import { Button, CopyButton, Group, TextInput } from "@mantine/core"
import { Icon } from "./icon.tsx"

interface CopyFieldProps {
  label: string
  description?: string
  value: string
  copyLabel: string
  copiedLabel: string
}

/** Text to take along: shown, selected by a click, copied by the button. */
export function CopyField({ label, description, value, copyLabel, copiedLabel }: CopyFieldProps) {
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        description={description}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        styles={{
          input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: "0.8125rem" },
        }}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={<Icon name={copied ? "check" : "copy"} size={16} />}
          >
            <span aria-live="polite">{copied ? copiedLabel : copyLabel}</span>
          </Button>
        )}
      </CopyButton>
    </Group>
  )
}
