import { describeImage } from "#basic/keywords/see.ts"
import { handlerFor } from "./handler.ts"
import { loadSource } from "./media/load-source.ts"
import { lookAt } from "./media/look-at.ts"

/** A model that sees looks at the picture; without any, the words in it are read. */
export const describeImageHandler = handlerFor(describeImage, async ({ image, question }, step) => {
  const file = await loadSource(image, "SEE", step)
  return await lookAt({ keyword: "SEE", file, question: question ?? null }, step)
})
