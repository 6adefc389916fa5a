"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { UploadRefused } from "../files/upload-file.ts"
import { uploadDocument } from "./upload-document.ts"

/** A document on its way, or one that was not taken. */
export interface DocumentUpload {
  readonly id: number
  readonly name: string
  /** From 0 to 1. */
  readonly part: number
  /** The code of the error; null while it is on its way. */
  readonly refusedBy: string | null
}

let lastId = 0

/** Uploads documents one after the other; those that were refused stay in view until they are put away. */
export function useDocumentUploads(botId: string, baseId: string) {
  const [uploads, setUploads] = useState<readonly DocumentUpload[]>([])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const change = (id: number, part: Partial<DocumentUpload>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)))
  const drop = (id: number) => setUploads((all) => all.filter((each) => each.id !== id))
  const send = async (id: number, file: File) => {
    try {
      if (file.size > limits.fileBytes) throw new UploadRefused("file.too_large")
      await uploadDocument(botId, baseId, file, (part) => change(id, { part }))
      drop(id)
    } catch (error) {
      change(id, { refusedBy: error instanceof UploadRefused ? error.code : "network" })
    }
    await queryClient.invalidateQueries(trpc.knowledge.documents.queryFilter({ botId, baseId }))
  }
  const add = async (files: readonly File[]) => {
    const queued = files.map((file) => ({ file, id: ++lastId }))
    const shown = queued.map(({ file, id }) => ({ id, name: file.name, part: 0, refusedBy: null }))
    setUploads((all) => [...all, ...shown])
    for (const { id, file } of queued) await send(id, file)
    await queryClient.invalidateQueries(trpc.knowledge.bases.queryFilter({ botId }))
  }
  return { uploads, add: (files: Iterable<File>) => void add([...files]), drop }
}
