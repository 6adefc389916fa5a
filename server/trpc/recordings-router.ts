import { getRecording } from "#server/services/recordings/get.ts"
import { listRecordings } from "#server/services/recordings/list.ts"
import { readTraffic } from "#server/services/recordings/traffic.ts"
import { orgQuery, router } from "./trpc.ts"

export const recordingsRouter = router({
  list: orgQuery(listRecordings),
  get: orgQuery(getRecording),
  traffic: orgQuery(readTraffic),
})
