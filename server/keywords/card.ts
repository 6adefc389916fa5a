import { makeCard } from "#basic/keywords/card.ts"
import { notSetUp } from "./not-set-up.ts"

export const makeCardHandler = notSetUp(makeCard, "image-generator-model")
