/**
 * How long does a PDF of 100 pages take until it can be asked, and how much does the process grow at 1,000?
 *
 *   npm run bench -- ingest            PAGES=100 LONG_PAGES=1000 by default; LONG_PAGES=0 leaves the long one out
 *
 * The PDF is made for it, some 300 words a page; it is read, cut, embedded by the model of the product and
 * stored in the embedded database.
 */
import { availableParallelism, cpus } from "node:os"
import { PDFDocument, StandardFonts } from "pdf-lib"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { randomWords } from "./knowledge/fill-library.ts"
import { openLibrary } from "./knowledge/open-library.ts"

const pages = Number(process.env.PAGES ?? 100)
const longPages = Number(process.env.LONG_PAGES ?? 1_000)

async function makeBook(count: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= count; number++) {
    const page = pdf.addPage([595, 842])
    page.drawText(`${number}. ${randomWords(3)}`, { x: 60, y: 780, size: 16, font })
    for (let line = 0; line < 30; line++)
      page.drawText(`${randomWords(10)}.`, {
        x: 60,
        y: 750 - line * 16,
        size: 9,
        font,
        maxWidth: 480,
      })
  }
  return await pdf.save()
}

async function measure(count: number): Promise<void> {
  const db = await openEmbeddedTestDatabase()
  const library = await openLibrary(db)
  const book = await makeBook(count)
  // The model and the database are there before a document comes.
  await library.knowledge.embedQuestion("warm")
  const before = process.memoryUsage.rss()
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 100)
  const began = performance.now()
  const { state, chunks } = await library.add(`${count}.pdf`, book)
  const took = (performance.now() - began) / 1_000
  clearInterval(look)
  console.log(
    `a PDF of ${count} pages: ${state} after ${took.toFixed(1)} s, ${chunks} passages, ${(chunks / took).toFixed(0)} a second`,
  )
  console.log(`  the process grew by ${Math.round((most - before) / 1024 / 1024)} MB at most`)
  await library.close()
  await db.close()
}

await measure(pages)
console.log("  target: 100 pages in under 20 s on two cores")
if (longPages > 0) {
  await measure(longPages)
  console.log("  target: less than 500 MB more at 1,000 pages")
}
console.log(
  `  machine: ${availableParallelism()} x ${cpus()[0]?.model.trim()}, Node ${process.version}`,
)
