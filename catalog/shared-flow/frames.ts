/**
 * What travels on `/ws/flows`, between the builder and the server. Types only. One flow per socket; bytes
 * of Yjs travel as base64.
 */

/** Where somebody is and what they look at; told to everybody else, kept nowhere. */
export interface Presence {
  /** The flow of the text they look at: "main", or a SUB or FUNCTION. */
  readonly flowId: string
  /** On the canvas. Units: canvas pixels at 100 % zoom. */
  readonly pointer: { readonly x: number; readonly y: number } | null
  /** Ids of selected steps, cards and notes. */
  readonly selection: readonly string[]
  /** In the text; offsets. */
  readonly cursor: { readonly anchor: number; readonly head: number } | null
  /** The middle of what they see of the canvas. */
  readonly view: { readonly x: number; readonly y: number; readonly zoom: number } | null
}

export interface PersonHere {
  /** Names this window of theirs. */
  readonly key: string
  readonly userId: string
  readonly name: string
  readonly canEdit: boolean
  readonly presence: Presence | null
}

export type ClientFlowFrame =
  /** `generation` and `vector` of the document the client has, if it has one: only what it lacks is sent. */
  | {
      readonly t: "hello"
      readonly org: string
      readonly botId: string
      readonly scriptId: string
      readonly client: number
      readonly generation?: string
      readonly vector?: string
    }
  /** Numbered by the client; `stored` answers when it cannot be lost any more. */
  | { readonly t: "update"; readonly n: number; readonly update: string }
  /** Null while another flow is looked at. */
  | { readonly t: "presence"; readonly presence: Presence | null }
  /** Asks for the draft to be written now, for whoever reads drafts: publishing, the API. */
  | { readonly t: "flush" }
  | { readonly t: "ping" }

export type ServerFlowFrame =
  | {
      readonly t: "ready"
      /** Documents of another generation do not merge with it. */
      readonly generation: string
      readonly update: string
      /** What the server has, so that the client can send what it lacks. */
      readonly vector: string
      readonly me: string
      readonly canEdit: boolean
      readonly revision: number
      readonly draftRevision: number
      readonly people: readonly PersonHere[]
    }
  | { readonly t: "update"; readonly update: string }
  | { readonly t: "stored"; readonly n: number }
  /** Not taken, and nothing that builds on it will be; `n` of the update. */
  | { readonly t: "refused"; readonly n: number; readonly title: string; readonly detail: string }
  /** The draft holds every update of this client up to `n`. */
  | {
      readonly t: "saved"
      readonly n: number
      readonly revision: number
      readonly draftRevision: number
    }
  | { readonly t: "person"; readonly person: PersonHere }
  | { readonly t: "left"; readonly key: string }
  /** Something about the comments of this flow changed. */
  | { readonly t: "comments" }
  | {
      readonly t: "error"
      readonly code: string
      readonly title: string
      readonly detail: string
      readonly fix: string
    }
  | { readonly t: "pong" }

/** The topic on which processes tell each other of one flow. */
export function flowTopic(scriptId: string): string {
  return `flow:${scriptId}`
}

/** What stands on that topic. `from` names the process, which does not listen to itself. */
export type FlowAnnouncement =
  | { readonly t: "update"; readonly from: string; readonly seq: number; readonly update: string }
  | {
      readonly t: "saved"
      readonly from: string
      readonly revision: number
      readonly draftRevision: number
    }
  /** Somebody wrote the draft past the shared document. */
  | { readonly t: "draft" }
  | { readonly t: "person"; readonly from: string; readonly person: PersonHere }
  | { readonly t: "left"; readonly from: string; readonly key: string }
  /** A process that just opened the flow asks who is there. */
  | { readonly t: "who"; readonly from: string }
  | { readonly t: "comments" }
