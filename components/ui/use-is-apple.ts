"use client"

import { useSyncExternalStore } from "react"

const neverChanges = () => () => {}
const readPlatform = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** Says whether shortcuts are written with Command; false while rendering on the server. */
export function useIsApple(): boolean {
  return useSyncExternalStore(neverChanges, readPlatform, () => false)
}
