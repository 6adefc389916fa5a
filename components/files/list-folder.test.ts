import { expect, test } from "vitest"
import { listFolder } from "./list-folder.ts"

const file = (path: string) => ({
  ...{ id: path, path, size: 1, mimeType: "text/plain", modifiedAt: "" },
})
const files = ["b.txt", "a/x.txt", "a/deep/y.txt", "a/deep/z.txt", "ab.txt"].map(file)

test("a folder shows its own files and, before them, each folder below it once with all it holds", () => {
  expect(listFolder(files, "").map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "folder a",
    "file ab.txt",
    "file b.txt",
  ])
  expect(listFolder(files, "a")).toMatchObject([
    { kind: "folder", path: "a/deep", count: 2 },
    { kind: "file", name: "x.txt" },
  ])
  expect(listFolder(files, "nothing")).toEqual([])
})
