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
} from "@xyflow/react"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { CanvasEdge, CanvasFlow, Port } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { CanvasActionsProvider } from "./canvas-actions.tsx"
import { type GroupNode, toEdges, toNodes, type WayEdge as WayEdgeType } from "./canvas-nodes.ts"
import { CanvasTools } from "./canvas-tools.tsx"
import styles from "./canvas-view.module.css"
import { ConnectMenu } from "./connect-menu.tsx"
import { DragGhost } from "./drag-ghost.tsx"
import { GroupCard } from "./group-card.tsx"
import { nameOf, useGroupName } from "./group-name.ts"
import { Palette } from "./palette.tsx"
import { PaletteMenu } from "./palette-menu.tsx"
import { portOf } from "./port-handle.ts"
import { useCanvasDrops } from "./use-canvas-drops.ts"
import { useCanvasKeys } from "./use-canvas-keys.ts"
import { useFindings } from "./use-findings.ts"
import { useFitOnOpen, useShowSelected } from "./use-picture-view.ts"
import { useBoxes, WayBoxes } from "./way-boxes.tsx"
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
  const document = useStore(store, (state) => state.document)
  const flowId = useStore(store, (state) => state.flowId)
  const flow = document.flows.find((candidate) => candidate.id === flowId) ?? document.flows[0]
  const findingOf = useFindings(document)
  const drops = useCanvasDrops(store)
  const { dragStep, askWhereTo, askForStep } = drops
  const disconnect = useCallback(
    (from: Port) => store.getState().perform({ kind: "disconnect", from }),
    [store],
  )
  const actions = useMemo(
    () => ({ store, isReadOnly, disconnect, dragStep, askWhereTo, askForStep, findingOf }),
    [store, isReadOnly, disconnect, dragStep, askWhereTo, askForStep, findingOf],
  )
  return (
    <CanvasActionsProvider value={actions}>
      <div className={styles.frame}>
        {hasPalette && !isReadOnly && <Palette onDrop={drops.dropNew} onAdd={drops.addHere} />}
        {/* Cards stand where they stand in every language: the canvas itself is never mirrored. */}
        <div className={styles.canvas} dir="ltr" data-drop-canvas>
          {flow && (
            <FlowPicture
              key={flow.id}
              store={store}
              flow={flow}
              isReadOnly={isReadOnly}
              hasPalette={hasPalette}
              onEmptyDrop={drops.askAt}
              onAsk={askForStep}
            />
          )}
        </div>
        {flow && <AskedMenu store={store} flow={flow} drops={drops} />}
        <DragGhost />
      </div>
    </CanvasActionsProvider>
  )
}

/** The menu that was asked for: steps to add, or cards to connect to. */
function AskedMenu({
  store,
  flow,
  drops,
}: {
  store: BuilderStore
  flow: CanvasFlow
  drops: ReturnType<typeof useCanvasDrops>
}) {
  const { t } = useTranslation("canvas")
  const { asked, answer, dismiss, askForNew, endAt } = drops
  if (!asked) return null
  const { from, pointer } = asked
  if (asked.kind === "step" || !from)
    return <PaletteMenu at={pointer} onChoose={answer} onClose={dismiss} />
  return (
    <ConnectMenu
      store={store}
      flow={flow}
      from={from}
      at={pointer}
      onNew={() => askForNew(from, pointer)}
      onEnd={() => endAt(from, t("endTitle"))}
      onClose={dismiss}
    />
  )
}

interface FlowPictureProps {
  readonly store: BuilderStore
  readonly flow: CanvasFlow
  readonly isReadOnly: boolean
  readonly hasPalette: boolean
  readonly onEmptyDrop: (from: Port | null, pointer: { x: number; y: number }) => void
  readonly onAsk: () => void
}

function FlowPicture(props: FlowPictureProps) {
  const { store, flow, isReadOnly, hasPalette, onEmptyDrop, onAsk } = props
  const { t } = useTranslation("canvas")
  const groupId = useStore(store, (state) => state.groupId)
  const [nodes, setNodes] = useState<GroupNode[]>(() => toNodes(flow, [], groupId))
  const [edgeId, setEdgeId] = useState<string | null>(null)
  useEffect(() => setNodes((old) => toNodes(flow, old, groupId)), [flow, groupId])
  const boxes = useBoxes(nodes)
  const edges = useEdges(flow, edgeId)
  const change = useCallback(
    (changes: NodeChange<GroupNode>[]) => setNodes((old) => applyNodeChanges(changes, old)),
    [],
  )
  useFitOnOpen()
  useShowSelected(store)
  useCanvasKeys(store, { edges, edgeId, isReadOnly, onAsk })
  const events = usePictureEvents(store, { isReadOnly, onEmptyDrop, setEdgeId })
  return (
    <WayBoxes value={boxes}>
      <ReactFlow
        aria-label={t("canvas")}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={change}
        {...events}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        nodesFocusable={false}
        edgesFocusable={!isReadOnly}
        elementsSelectable={false}
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
        <Background
          variant={BackgroundVariant.Dots}
          gap={22}
          size={1.4}
          color="var(--bw-canvas-dot)"
        />
        {nodes.length > 5 && (
          <MiniMap
            pannable
            zoomable
            ariaLabel={t("map")}
            className={styles.map ?? ""}
            nodeBorderRadius={14}
            style={{ width: 150, height: 104 }}
          />
        )}
        <CanvasTools store={store} hasAdd={!hasPalette} />
      </ReactFlow>
    </WayBoxes>
  )
}

/** The ways of the flow, named for those who cannot see them. */
function useEdges(flow: CanvasFlow, edgeId: string | null): WayEdgeType[] {
  const { t } = useTranslation("canvas")
  const name = useRef(useGroupName())
  return useMemo(() => {
    const names = new Map(flow.groups.map((group) => [group.id, name.current(nameOf(flow, group))]))
    const sayWay = ({ from, to }: CanvasEdge) =>
      t("edge", { from: names.get(from.groupId) ?? "", to: names.get(to) ?? "" })
    return toEdges(flow, edgeId, sayWay)
  }, [flow, edgeId, t])
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
