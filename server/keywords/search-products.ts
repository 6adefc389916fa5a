import { searchProducts } from "#basic/keywords/search-products.ts"
import { tableHandler } from "./tables/table-handler.ts"

export const searchProductsHandler = tableHandler(searchProducts)
