import type { StepForm } from "#basic"
import type { OutgoingMessage } from "#catalog/channels/degrade.ts"

/** What a step says, as its settings have it; null when it says nothing. Values stand as `{name}`, in characters that text messages hold. */
export function messageOfStep(form: StepForm): OutgoingMessage | null {
  const value = (name: string) => form.fields.find((field) => field.name === name)?.value
  const words = (name: string) => {
    const found = value(name)
    return typeof found === "string" ? showValues(found) : ""
  }
  const speaks = speaking[form.keyword]
  if (speaks === undefined) return null
  const options = value("options")
  const choices = Array.isArray(options)
    ? options.filter((option) => typeof option === "string").map(showValues)
    : []
  const path = speaks.file === undefined ? "" : words(speaks.file)
  const text = words(speaks.text)
  if (text === "" && choices.length === 0 && path === "") return null
  return {
    text,
    ...(choices.length > 0 && { choices }),
    ...(path !== "" && {
      file: { kind: kindOf(path), name: nameOf(path), url: `…/${nameOf(path)}` },
    }),
  }
}

/** The settings that people read, by keyword. */
const speaking: Readonly<Record<string, { readonly text: string; readonly file?: string }>> = {
  TALK: { text: "text" },
  "BEGIN TALK": { text: "text" },
  HEAR: { text: "prompt" },
  "SEND FILE": { text: "caption", file: "file" },
}

const showValues = (text: string): string =>
  text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => `{${name.trim()}}`)

const nameOf = (path: string): string => path.replace(/^"|"$/g, "").split("/").at(-1) ?? path

function kindOf(path: string): "image" | "audio" | "video" | "file" {
  if (/\.(?:png|jpe?g|gif|webp|svg)"?$/i.test(path)) return "image"
  if (/\.(?:mp3|ogg|wav|m4a)"?$/i.test(path)) return "audio"
  return /\.(?:mp4|webm|mov)"?$/i.test(path) ? "video" : "file"
}
