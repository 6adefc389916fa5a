"use client"

import { useStoreApi } from "@xyflow/react"
import { useMemo } from "react"

/**
 * Tells the browser while the view moves, so that it pushes the picture along instead of painting it anew for each
 * frame. At rest it is painted as sharp as anything else.
 */
export function useMovingLayer() {
  const api = useStoreApi()
  return useMemo(
    () => ({
      onMoveStart: () => api.getState().domNode?.setAttribute("data-moving", ""),
      onMoveEnd: () => api.getState().domNode?.removeAttribute("data-moving"),
    }),
    [api],
  )
}
