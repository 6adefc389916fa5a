import { expect, test } from "vitest"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { openPreview } from "../pretend/preview.ts"

const saidBy = (source: string) => {
  const preview = openPreview(compile(parse(source).program, undefined, source))
  preview.start()
  return preview.events.flatMap((event) =>
    event.kind === "bot" ? [event.text] : event.kind === "fault" ? [event.message] : [],
  )
}

test("commands about rows find, add to and change a CSV file, and leave what is no row of theirs alone", () => {
  expect(
    saidBy(`WRITE "name,stage" + CHR(10) + "Ana,Lead" + CHR(10) + "Bo,Won" TO "deals.csv"
d = FIND "deals.csv", "stage=Won"
TALK d.name
SAVE "deals.csv", {name: "Cy", stage: "Won"}
UPDATE "deals.csv" SET stage = "Lost" WHERE name = "Ana"
TALK READ "deals.csv"`),
  ).toEqual(["Bo", "name,stage\nAna,Lost\nBo,Won\nCy,Won\n"])
})

test("a file with an id of its own is changed by it, and one that is not there is made", () => {
  expect(
    saidBy(`WRITE "id,name" + CHR(10) + "a7,Ana" TO "p.csv"
SAVE "p.csv", {id: "a7", name: "Bea"}
TALK READ "p.csv"
SAVE "new.xlsx", {name: "Di"}
rows = READ "new.xlsx" AS TABLE
TALK rows[0].name
TALK COUNT(FIND "none.csv")`),
  ).toEqual(["id,name\na7,Bea\n", "Di", "0"])
})
