/** What a drawing is called where it becomes a file. */
export const drawingName = "chart.svg"

/** Says whether a value is a picture as CHART gives it: its text, which SEND FILE and ATTACHMENT take like a file. */
export const isDrawing = (value: unknown): value is `<svg ${string}` =>
  typeof value === "string" && value.startsWith("<svg ")
