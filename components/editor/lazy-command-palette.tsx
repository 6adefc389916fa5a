"use client"

import { Suspense, useEffect, useState } from "react"
import { lazyPart } from "../ui/lazy-part.ts"
import { Pending } from "../ui/pending.tsx"

/** Most visits to the builder never open it, so it is fetched with the first press of its key. */
const Palette = lazyPart(async () => ({
  default: (await import("./opened-command-palette.tsx")).OpenedCommandPalette,
}))

/** The dashboard's palette of commands, behind Mod+K here as everywhere else. */
export function LazyCommandPalette() {
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return
      event.preventDefault()
      setWanted(true)
    }
    if (isWanted) return
    addEventListener("keydown", press)
    return () => removeEventListener("keydown", press)
  }, [isWanted])
  return isWanted ? (
    <Suspense fallback={<Pending isAbove />}>
      <Palette />
    </Suspense>
  ) : null
}
