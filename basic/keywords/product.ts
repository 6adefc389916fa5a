import { defineCommand } from "./define.ts"

export const product = defineCommand({
  name: "PRODUCT",
  forms: ["PRODUCT {id}"],
  effect: "data",
  group: "data",
  summary: 'Reads a row of the table "products" by its id.',
  params: {
    id: { kind: "filter", doc: "The id of the product." },
  },
  result: "rows",
  binding: "loose",
  raises: ["basic.table_not_allowed"],
  example: 'SAVE "products" WITH id = 7, name = "Tea"\nitem = PRODUCT 7\nTALK item.name',
  canvas: {
    icon: "shopping-cart",
    family: "data",
    titleKey: "steps.command",
  },
})
