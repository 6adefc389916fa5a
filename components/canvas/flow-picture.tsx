"use client"

import { applyNodeChanges, MiniMap, type NodeChange, ReactFlow } from "@xyflow/react"
import {
  memo,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CanvasEdge, CanvasFlow, Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { useCanvasActions } from "./canvas-actions.tsx"
import { CanvasDots } from "./canvas-dots.tsx"
import { type CanvasNode, toEdges, toNodes, type WayEdge as WayEdgeType } from "./canvas-nodes.ts"
import { CanvasTools } from "./canvas-tools.tsx"
import styles from "./canvas-view.module.css"
import { FarWays } from "./far-view.tsx"
import { FindPanel } from "./find-panel.tsx"
import { GroupCard } from "./group-card.tsx"
import { nameOf, useGroupName } from "./group-name.ts"
import { NoteCard } from "./note-card.tsx"
import { SelectionTools } from "./selection-tools.tsx"
import { useArrange } from "./use-arrange.ts"
import { useCanvasKeys } from "./use-canvas-keys.ts"
import { useClipboard } from "./use-clipboard.ts"
import { useLasso } from "./use-lasso.ts"
import { useMovingLayer } from "./use-moving-layer.ts"
import { usePictureEvents } from "./use-picture-events.ts"
import { useFitOnOpen, useShowSelected } from "./use-picture-view.ts"
import { useBoxes, WayBoxes } from "./way-boxes.tsx"
import { WayEdge } from "./way-edge.tsx"

const nodeTypes = { card: GroupCard, note: NoteCard }
const edgeTypes = { way: WayEdge }
const noEdges: WayEdgeType[] = []

export interface FlowPictureProps {
  readonly store: BuilderStore
  readonly flow: CanvasFlow
  readonly isReadOnly: boolean
  readonly hasPalette: boolean
  readonly onEmptyDrop: (from: Port | null, pointer: { x: number; y: number }) => void
  readonly onAsk: () => void
  /** Room in the middle of what is seen. Units: canvas pixels. */
  readonly findRoom: () => { x: number; y: number }
  /** Drawn over the cards, in their space. */
  readonly overlay?: ReactNode
}

/** The cards and ways of one flow, and what is done with them. */
export function FlowPicture(props: FlowPictureProps) {
  const { store, flow, isReadOnly, hasPalette, onEmptyDrop, onAsk, findRoom } = props
  const [edgeId, setEdgeId] = useState<string | null>(null)
  const edges = useEdges(flow, edgeId)
  const count = flow.groups.length + flow.notes.length
  useFitOnOpen()
  useShowSelected(store)
  const arrange = useArrange(store, flow, findRoom)
  useCanvasKeys(store, { edges, edgeId, isReadOnly, onAsk, arrange })
  useClipboard(store, isReadOnly, findRoom)
  const { lasso, begin } = useLasso(store, arrange.isLassoArmed, () => arrange.armLasso(false))
  const { events, notePress } = usePictureEvents(store, { isReadOnly, onEmptyDrop, setEdgeId })
  return (
    <>
      <Cards
        store={store}
        flow={flow}
        edges={edges}
        isReadOnly={isReadOnly}
        isLassoArmed={arrange.isLassoArmed}
        onPress={(event) => {
          notePress(event)
          begin(event)
        }}
        events={events}
      >
        <CanvasDots />
        {props.overlay}
        {count > 5 && <SmallMap />}
        <CanvasTools store={store} hasAdd={!hasPalette} arrange={arrange} />
        {!isReadOnly && <SelectionTools store={store} groups={flow.groups} />}
        {arrange.isFinding && <FindPanel store={store} onClose={() => arrange.find(false)} />}
      </Cards>
      {lasso && (
        <div
          className={styles.lasso}
          style={{ left: lasso.x, top: lasso.y, width: lasso.width, height: lasso.height }}
        />
      )}
    </>
  )
}

interface CardsProps extends Pick<FlowPictureProps, "store" | "flow" | "isReadOnly"> {
  readonly edges: WayEdgeType[]
  readonly isLassoArmed: boolean
  readonly onPress: (event: PointerEvent) => void
  readonly events: ReturnType<typeof usePictureEvents>["events"]
  /** What lies over the cards; it is left alone while one of them is dragged. */
  readonly children: ReactNode
}

/** The cards and ways themselves: drawn anew with every move of a card, and nothing else is. */
function Cards(props: CardsProps) {
  const { store, flow, edges, isReadOnly, isLassoArmed, onPress, events, children } = props
  const { t } = useTranslation("canvas")
  const { nodes, change } = useNodes(store, flow)
  const { isFar } = useCanvasActions()
  const boxes = useBoxes(nodes)
  const moving = useMovingLayer()
  return (
    <WayBoxes value={boxes}>
      <ReactFlow
        onPointerDownCapture={onPress}
        data-lasso={isLassoArmed || undefined}
        data-far={isFar || undefined}
        aria-label={t("canvas")}
        nodes={nodes}
        edges={isFar ? noEdges : edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={change}
        {...events}
        {...moving}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        nodesFocusable={false}
        edgesFocusable={!isReadOnly}
        elementsSelectable={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        connectOnClick={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        connectionRadius={36}
        minZoom={0.1}
        maxZoom={2}
        panOnScroll
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > 80}
        proOptions={{ hideAttribution: true }}
      >
        {isFar && <FarWays edges={flow.edges} dragged={nodes.filter(({ dragging }) => dragging)} />}
        {children}
      </ReactFlow>
    </WayBoxes>
  )
}

const mapSize = { width: 150, height: 104 }
const mapClass = ({ type }: { readonly type?: string | undefined }) =>
  type === "note" ? (styles.mapNote ?? "") : ""

/** The whole flow in a corner; notes are left out. Only what changed in it is drawn anew. */
const SmallMap = memo(function SmallMap() {
  const { t } = useTranslation("canvas")
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel={t("map")}
      className={styles.map ?? ""}
      nodeBorderRadius={14}
      nodeClassName={mapClass}
      style={mapSize}
    />
  )
})

/** The cards and notes as the canvas knows them: what it measured is kept while they change. */
function useNodes(store: BuilderStore, flow: CanvasFlow) {
  const cardIds = useStore(store, (state) => state.cardIds)
  const [nodes, setNodes] = useState<CanvasNode[]>(() => toNodes(flow, [], cardIds))
  useEffect(() => setNodes((old) => toNodes(flow, old, cardIds)), [flow, cardIds])
  const change = useCallback(
    (changes: NodeChange<CanvasNode>[]) =>
      setNodes((old) => applyNodeChanges(changes, old).map(dropGuess)),
    [],
  )
  return { nodes, change }
}

/** What was guessed of a card gives way to what was measured. */
function dropGuess(node: CanvasNode): CanvasNode {
  if (!node.measured || !node.handles) return node
  const { handles, ...measured } = node
  return measured
}

/** The ways of the flow, named for those who cannot see them; the same ones until they, a name or a place changes. */
function useEdges(flow: CanvasFlow, edgeId: string | null): WayEdgeType[] {
  const { t } = useTranslation("canvas")
  const name = useGroupName()
  const named = flow.groups.map((group) => [group.id, name(nameOf(flow, group)), group.y] as const)
  const now = useRef({ flow, named })
  now.current = { flow, named }
  const key = JSON.stringify(named)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ways and the key stand for all that is drawn.
  return useMemo(() => {
    const names = new Map(now.current.named.map(([id, title]) => [id, title]))
    const sayWay = ({ from, to }: CanvasEdge) =>
      t("edge", { from: names.get(from.groupId) ?? "", to: names.get(to) ?? "" })
    return toEdges(now.current.flow, edgeId, sayWay)
  }, [flow.edges, key, edgeId, t])
}
