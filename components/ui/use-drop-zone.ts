"use client"

import { type DragEvent, useState } from "react"

/** Takes files that are dropped onto a part of the page; `isOver` while some are held above it. */
export function useDropZone(isOpen: boolean, onFiles: (files: Iterable<File>) => void) {
  const [isOver, setOver] = useState(false)
  if (!isOpen) return { isOver: false, handlers: {} }
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes("Files")) return
    event.preventDefault()
    setOver(true)
  }
  const leave = (event: DragEvent) => {
    // Moving from one child to another is no leaving.
    const next = event.relatedTarget
    if (!(next instanceof Node && event.currentTarget.contains(next))) setOver(false)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles(event.dataTransfer.files)
  }
  return { isOver, handlers: { onDragOver: hold, onDragLeave: leave, onDrop: drop } }
}
