import { fromJson } from "../../vm/json.ts"
import type { Json } from "../../vm/value.ts"
import { operandText } from "../operands.ts"
import { done, type PretendHandler, type PretendHandlers } from "../pretended.ts"

/** What a service that makes or sees pictures would give. */
const pretended =
  (value: Json): PretendHandler =>
  () =>
    done("The service was not asked; a pretended result was given.", fromJson(value))

const face = {
  face_id: "face-1",
  rectangle: { left: 40, top: 30, width: 120, height: 120 },
  confidence: 0.98,
  attributes: { age: 34, emotion: "happiness", glasses: false },
}

/** How this family of commands behaves in a preview. */
export const mediaPretend: PretendHandlers = {
  IMAGE: pretended("https://example.org/pretended.png"),
  "GET IMAGE": pretended("https://example.org/pretended.png"),
  VIDEO: pretended("https://example.org/pretended.mp4"),
  AUDIO: pretended("https://example.org/pretended.mp3"),
  "TALK AUDIO": (operands) => done(`Said aloud: ${operandText(operands, "text")}`),
  "SCAN BARCODE": pretended({ data: "https://example.org/ticket/17" }),
  CARD: pretended({
    image_path: "cards/card-1.png",
    image_url: "https://example.org/pretended.png",
    text_content: "Summer is here.",
    hashtags: ["summer"],
    caption: "Summer is here. #summer",
    style: "modern",
    dimensions: [1080, 1080],
  }),
  SEE: pretended("A shop window with a red bicycle."),
  "DETECT FACES": pretended([face]),
  "ANALYZE FACE": pretended(face),
  "VERIFY FACE": pretended({ match: true, confidence: 0.93 }),
}
