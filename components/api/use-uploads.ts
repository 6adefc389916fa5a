"use client"

import { useState } from "react"
import { limits } from "#catalog/limits.ts"
import { UploadRefused, upload } from "./upload.ts"

/** A file on its way, or one that was not taken. */
export interface Upload {
  readonly id: number
  readonly name: string
  /** From 0 to 1. */
  readonly part: number
  /** The code of the error; null while it is on its way. */
  readonly refusedBy: string | null
}

interface UploadPlace {
  /** Below "/api/dashboard". */
  readonly path: string
  /** The parts of the form for a file. */
  readonly partsOf: (file: File) => Readonly<Record<string, string | File>>
  /** After each file, taken or not. */
  readonly onEach?: () => unknown
  /** After the last of those that were chosen together. */
  readonly onAll: () => unknown
}

let lastId = 0

/** Uploads files one after the other; those that were refused stay in view until they are put away. */
export function useUploads({ path, partsOf, onEach, onAll }: UploadPlace) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (id: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)))
  const drop = (id: number) => setUploads((all) => all.filter((each) => each.id !== id))
  const send = async (id: number, file: File) => {
    try {
      if (file.size > limits.fileBytes) throw new UploadRefused("file.too_large")
      await upload(path, partsOf(file), (part) => change(id, { part }))
      drop(id)
    } catch (error) {
      change(id, { refusedBy: error instanceof UploadRefused ? error.code : "network" })
    }
    await onEach?.()
  }
  const add = async (files: readonly File[]) => {
    const queued = files.map((file) => ({ file, id: ++lastId }))
    const shown = queued.map(({ file, id }) => ({ id, name: file.name, part: 0, refusedBy: null }))
    setUploads((all) => [...all, ...shown])
    for (const { id, file } of queued) await send(id, file)
    await onAll()
  }
  return { uploads, add: (files: Iterable<File>) => void add([...files]), drop }
}
