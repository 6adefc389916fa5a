import { defineJob } from "./define-job.ts"

/** A content that no file names any more goes from the store. */
export const deleteBlob = defineJob({ name: "delete-blob", table: "blobs", concurrency: 4 })
