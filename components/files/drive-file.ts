/** A file of a bot's drive, as the server lists it. */
export interface DriveFile {
  readonly id: string
  readonly path: string
  /** Units: bytes. */
  readonly size: number
  readonly mimeType: string
  /** ISO 8601, UTC. */
  readonly modifiedAt: string
}
