import { deleteBlob } from "#server/jobs/delete-blob.ts"
import type { WorkOn } from "./index.ts"

export const deleteBlobWorker: WorkOn = (engine, rowId) => engine.follow(deleteBlob.table, rowId)
