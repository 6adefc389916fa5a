"use client"

import "@xyflow/react/dist/style.css"
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useStore as useFlowStore,
  useNodesInitialized,
  useReactFlow,
} from "@xyflow/react"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CanvasFlow, Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { CanvasActionsProvider } from "./canvas-actions.tsx"
import { type GroupNode, toEdges, toNodes, type WayEdge as WayEdgeType } from "./canvas-nodes.ts"
import { CanvasTools } from "./canvas-tools.tsx"
import styles from "./canvas-view.module.css"
import { DragGhost } from "./drag-ghost.tsx"
import { GroupCard } from "./group-card.tsx"
import { Palette } from "./palette.tsx"
import { PaletteMenu } from "./palette-menu.tsx"
import { portOf } from "./port-handle.ts"
import { useCanvasDrops } from "./use-canvas-drops.ts"
import { useCanvasKeys } from "./use-canvas-keys.ts"
import { useFindings } from "./use-findings.ts"
import { WayEdge } from "./way-edge.tsx"

const nodeTypes = { card: GroupCard }
const edgeTypes = { way: WayEdge }

interface CanvasViewProps {
  readonly store: BuilderStore
  readonly isReadOnly?: boolean
  /** Narrow screens have no room for the palette; the menu still opens. */
  readonly hasPalette?: boolean
}

/** The program as cards and ways between them, with the palette beside it. */
export function CanvasView(props: CanvasViewProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ store, isReadOnly = false, hasPalette = true }: CanvasViewProps) {
  const { t } = useTranslation("canvas")
  const document = useStore(store, (state) => state.document)
  const flowId = useStore(store, (state) => state.flowId)
  const flow = document.flows.find((candidate) => candidate.id === flowId) ?? document.flows[0]
  const findingOf = useFindings(document)
  const drops = useCanvasDrops(store)
  const disconnect = useCallback(
    (from: Port) => store.getState().perform({ kind: "disconnect", from }),
    [store],
  )
  const actions = useMemo(
    () => ({ store, isReadOnly, disconnect, dragStep: drops.dragStep, findingOf }),
    [store, isReadOnly, disconnect, drops.dragStep, findingOf],
  )
  return (
    <CanvasActionsProvider value={actions}>
      <div className={styles.frame}>
        {hasPalette && !isReadOnly && <Palette onDrop={drops.dropNew} onAdd={drops.addHere} />}
        {/* Cards stand where they stand in every language: the canvas itself is never mirrored. */}
        <div
          className={styles.canvas}
          dir="ltr"
          data-drop-canvas
          role="application"
          aria-label={t("canvas")}
        >
          {flow && (
            <FlowPicture
              key={flow.id}
              store={store}
              flow={flow}
              isReadOnly={isReadOnly}
              onEmptyDrop={drops.askAt}
              onAsk={drops.askAtPointer}
            />
          )}
        </div>
        {drops.asked && (
          <PaletteMenu at={drops.asked.pointer} onChoose={drops.answer} onClose={drops.dismiss} />
        )}
        <DragGhost />
      </div>
    </CanvasActionsProvider>
  )
}

interface FlowPictureProps {
  readonly store: BuilderStore
  readonly flow: CanvasFlow
  readonly isReadOnly: boolean
  readonly onEmptyDrop: (from: Port | null, pointer: { x: number; y: number }) => void
  readonly onAsk: () => void
}

function FlowPicture({ store, flow, isReadOnly, onEmptyDrop, onAsk }: FlowPictureProps) {
  const groupId = useStore(store, (state) => state.groupId)
  const [nodes, setNodes] = useState<GroupNode[]>(() => toNodes(flow, [], groupId))
  const [edgeId, setEdgeId] = useState<string | null>(null)
  useEffect(() => setNodes((old) => toNodes(flow, old, groupId)), [flow, groupId])
  const edges = useMemo(() => toEdges(flow, edgeId), [flow, edgeId])
  const change = useCallback(
    (changes: NodeChange<GroupNode>[]) => setNodes((old) => applyNodeChanges(changes, old)),
    [],
  )
  useFitOnOpen()
  useCanvasKeys(store, { edges, edgeId, isReadOnly, onAsk })
  const events = usePictureEvents(store, { isReadOnly, onEmptyDrop, setEdgeId })
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={change}
      {...events}
      nodesDraggable={!isReadOnly}
      nodesConnectable={!isReadOnly}
      elementsSelectable={false}
      deleteKeyCode={null}
      connectionRadius={36}
      minZoom={0.1}
      maxZoom={2}
      panOnScroll
      zoomOnDoubleClick={false}
      onlyRenderVisibleElements={nodes.length > 80}
      proOptions={{ hideAttribution: true }}
    >
      <Background
        variant={BackgroundVariant.Dots}
        gap={22}
        size={1.4}
        color="var(--bw-canvas-dot)"
      />
      {nodes.length > 5 && (
        <MiniMap pannable zoomable className={styles.map ?? ""} nodeBorderRadius={14} />
      )}
      <CanvasTools store={store} />
    </ReactFlow>
  )
}

interface PictureEvents {
  readonly isReadOnly: boolean
  readonly onEmptyDrop: FlowPictureProps["onEmptyDrop"]
  readonly setEdgeId: (edgeId: string | null) => void
}

/** What the person does with cards and ways, as gestures. */
function usePictureEvents(
  store: BuilderStore,
  { isReadOnly, onEmptyDrop, setEdgeId }: PictureEvents,
) {
  const { perform, selectGroup, selectSteps } = store.getState()
  return {
    onConnect({ source, sourceHandle, target }: Connection) {
      perform({ kind: "connect", from: portOf(source, sourceHandle), toGroupId: target })
    },
    onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
      if (state.toNode || !state.fromNode || isReadOnly) return
      const point = "changedTouches" in event ? event.changedTouches[0] : event
      const from = portOf(state.fromNode.id, state.fromHandle?.id)
      if (point) onEmptyDrop(from, { x: point.clientX, y: point.clientY })
    },
    onNodeDragStop(_event: unknown, _node: GroupNode, moved: readonly GroupNode[]) {
      const place = ({ position }: GroupNode) => ({
        x: Math.round(position.x),
        y: Math.round(position.y),
      })
      perform({
        kind: "moveGroups",
        moves: Object.fromEntries(moved.map((node) => [node.id, place(node)])),
      })
    },
    onNodeClick(event: React.MouseEvent, node: GroupNode) {
      const isStep = event.target instanceof Element && event.target.closest("[data-drop-step]")
      if (!isStep) selectGroup(node.id)
    },
    onEdgeClick(_event: unknown, edge: WayEdgeType) {
      setEdgeId(edge.data?.edge.isEditable ? edge.id : null)
    },
    onPaneClick() {
      setEdgeId(null)
      selectGroup(null)
      selectSteps([])
    },
  }
}

/** Below this zoom words are hard to read. */
const readableZoom = 0.55

/**
 * Shows the whole flow when it is opened, or its beginning where the whole would be too small to read;
 * later changes leave the person's view alone.
 */
function useFitOnOpen() {
  const { fitView, getNodes, getNodesBounds, setViewport } = useReactFlow()
  const width = useFlowStore((state) => state.width)
  const height = useFlowStore((state) => state.height)
  const isMeasured = useNodesInitialized()
  const hasFitted = useRef(false)
  useEffect(() => {
    if (!isMeasured || width === 0 || hasFitted.current) return
    hasFitted.current = true
    const bounds = getNodesBounds(getNodes())
    const zoom = Math.min(width / (bounds.width * 1.2), height / (bounds.height * 1.2))
    if (zoom >= readableZoom) void fitView({ padding: 0.1, maxZoom: 1 })
    else void setViewport({ x: 56 - bounds.x * 0.8, y: 56 - bounds.y * 0.8, zoom: 0.8 })
  }, [isMeasured, width, height, fitView, getNodes, getNodesBounds, setViewport])
}
