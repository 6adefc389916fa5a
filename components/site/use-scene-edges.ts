"use client"

import { type RefObject, useEffect, useState } from "react"

/**
 * Draws a curve from each `data-port` inside the element to the `data-target` of the same name.
 *
 * Shape: SVG path data in pixels of the element; measured again whenever its size changes.
 */
export function useSceneEdges(scene: RefObject<HTMLElement | null>): readonly string[] {
  const [edges, setEdges] = useState<readonly string[]>([])
  useEffect(() => {
    const element = scene.current
    if (!element) return
    const observer = new ResizeObserver(() => setEdges(measureEdges(element)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scene])
  return edges
}

function measureEdges(scene: HTMLElement): readonly string[] {
  const frame = scene.getBoundingClientRect()
  return Array.from(scene.querySelectorAll<HTMLElement>("[data-port]")).flatMap((port) => {
    const target = scene.querySelector(`[data-target="${port.dataset.port}"]`)
    if (!target) return []
    const from = port.getBoundingClientRect()
    const to = target.getBoundingClientRect()
    const startX = from.left + from.width / 2 - frame.left
    const startY = from.top + from.height / 2 - frame.top
    const endX = to.left - frame.left
    const endY = to.top + 22 - frame.top
    if (endX < startX) return []
    const bend = (endX - startX) * 0.55
    return `M${startX} ${startY} C${startX + bend} ${startY} ${endX - bend} ${endY} ${endX} ${endY}`
  })
}
