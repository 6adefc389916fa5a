"use client"

import { createContext, useContext } from "react"

/** A passage of a document, as it stands there. */
export interface PassageText {
  readonly title: string
  readonly text: string
  readonly section?: string
  readonly page?: number
  readonly url?: string
}

export type ReadPassage = (passageId: string) => Promise<PassageText>

/** Reads what the messages below name as their sources; null where passages cannot be opened. */
export const PassageReader = createContext<ReadPassage | null>(null)

export const usePassageReader = (): ReadPassage | null => useContext(PassageReader)
