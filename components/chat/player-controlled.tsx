"use client"

import { useEffect } from "react"
import type { PlayerControl } from "#catalog/messages.ts"

interface PlayerControlledProps {
  url: string
  control: PlayerControl
}

/** Shows nothing: stops, halts or goes on with what was shown before from this address. */
export function PlayerControlled({ url, control }: PlayerControlledProps) {
  useEffect(() => {
    for (const player of document.querySelectorAll<HTMLMediaElement>("audio,video")) {
      if (player.getAttribute("src") !== url) continue
      if (control !== "resume") player.pause()
      // A browser may refuse to play what nobody has touched; the person has the button.
      else void player.play().catch(() => {})
      if (control === "stop") player.currentTime = 0
    }
  }, [url, control])
  return null
}
