"use client"

import { type DragEvent, useState } from "react"

/** Takes a file that is dropped onto a part of the page; `isOver` while one is held above it. */
export function useFileDrop(isOpen: boolean, onFile: ((file: File) => void) | undefined) {
  const [isOver, setOver] = useState(false)
  if (!isOpen || !onFile) return { isOver: false, dropHandlers: {} }
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
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return { isOver, dropHandlers: { onDragOver: hold, onDragLeave: leave, onDrop: drop } }
}
