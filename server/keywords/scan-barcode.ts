import { fromJson } from "#basic"
import { scanBarcode } from "#basic/keywords/scan-barcode.ts"
import { loadHeld, readContent, runDocument } from "./files/content.ts"
import { readPath } from "./files/operands.ts"
import { handlerFor } from "./handler.ts"

/** The picture is read in a thread of its own; reading it again is harmless. */
export const scanBarcodeHandler = handlerFor(scanBarcode, async ({ image }, step) => {
  const file = await loadHeld(step, readPath(image, "SCAN BARCODE"))
  const data = await step.outside("same key", async () =>
    runDocument(step, "read-qr", { bytes: await readContent(step, file) }),
  )
  return fromJson({ data })
})
