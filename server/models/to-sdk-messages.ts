import type { ModelMessage as SdkMessage } from "ai"
import type { ModelMessage } from "./port.ts"

/** Messages as the SDK takes them. */
export const toSdkMessages = (messages: readonly ModelMessage[]): SdkMessage[] =>
  messages.map((message): SdkMessage => {
    if (message.role === "user") {
      const { text, pictures = [] } = message
      if (pictures.length === 0) return { role: "user", content: text }
      const shown = pictures.map(({ bytes, mimeType }) => ({
        ...{ type: "file" as const, data: bytes, mediaType: mimeType },
      }))
      return { role: "user", content: [{ type: "text", text }, ...shown] }
    }
    if (message.role === "assistant") {
      const calls = (message.calls ?? []).map(({ id, name, arguments: input }) => ({
        ...{ type: "tool-call" as const, toolCallId: id, toolName: name, input },
      }))
      if (calls.length === 0) return { role: "assistant", content: message.text }
      const words = message.text === "" ? [] : [{ type: "text" as const, text: message.text }]
      return { role: "assistant", content: [...words, ...calls] }
    }
    return {
      role: "tool",
      content: message.results.map(({ id, name, text, isError }) => ({
        ...{ type: "tool-result" as const, toolCallId: id, toolName: name },
        output: { type: isError ? ("error-text" as const) : ("text" as const), value: text },
      })),
    }
  })
