import { everyRow } from "../../filters/nodes.ts"
import { ListValue, MapValue } from "../../vm/value.ts"
import { readPoints } from "../chart-points.ts"
import { type ChartType, chartTypes, drawChart } from "../draw-chart.ts"
import type { TableContext, TableWork } from "../store.ts"
import { readDataset } from "./aggregate.ts"
import { givenText, givenValue, type RowOperands } from "./operands.ts"

/** CHART type, data: the picture as SVG text. */
export function* chart(operands: RowOperands, context: TableContext): TableWork {
  const word = givenText(operands, "type").trim().toLowerCase()
  const type = word === "timeseries" ? "line" : chartTypes.find((each) => each === word)
  if (type === undefined)
    return context.env.fail("basic.bad_value", {
      name: "CHART",
      found: word,
      expected: "bar, line, timeseries, pie or donut",
    })
  return yield* draw(type, operands, context)
}

function* draw(type: ChartType, operands: RowOperands, context: TableContext): TableWork {
  const data = givenValue(operands, "data")
  const shown =
    data instanceof MapValue ? data : new ListValue(yield* readDataset(data, everyRow, context))
  return drawChart(type, readPoints(shown))
}
