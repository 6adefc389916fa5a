import { saveFromUnstructured } from "#basic/keywords/save-from-unstructured.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const saveFromUnstructuredHandler = tableHandler(saveFromUnstructured)
