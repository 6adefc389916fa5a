import { createMemoryFiles } from "../memory.ts"
import { describeFiles } from "./conformance.ts"

const files = createMemoryFiles()
describeFiles("memory", async () => files)
