import { product } from "#basic/keywords/product.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const productHandler = tableHandler(product)
