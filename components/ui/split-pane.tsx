"use client"

import { Splitter } from "@mantine/core"
import { Children, type ReactNode } from "react"

interface SplitPaneProps {
  /** Two panes, first and second. */
  children: [ReactNode, ReactNode]
  orientation?: "horizontal" | "vertical"
  /** Percent of the first pane. */
  initial?: number
  /** Smallest share of either pane, in percent. */
  smallest?: number
}

/** Two panes with a bar between them that the mouse, the finger and the arrow keys move. */
export function SplitPane({
  children,
  orientation = "horizontal",
  initial = 50,
  smallest = 20,
}: SplitPaneProps) {
  const [first, second] = Children.toArray(children)
  return (
    <Splitter orientation={orientation} h="100%" lineSize={1} handleColor="var(--bw-line)">
      <Splitter.Pane defaultSize={initial} min={smallest}>
        {first}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={100 - initial} min={smallest}>
        {second}
      </Splitter.Pane>
    </Splitter>
  )
}
