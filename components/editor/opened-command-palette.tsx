"use client"

import { spotlight } from "@mantine/spotlight"
import { useEffect } from "react"
import { CommandPalette } from "../shell/command-palette.tsx"

/** The palette of commands, open as soon as it is there. */
export function OpenedCommandPalette() {
  useEffect(() => {
    spotlight.open()
  }, [])
  return <CommandPalette />
}
