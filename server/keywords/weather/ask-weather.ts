import { type JsonObject, readJsonObject } from "../http/read-json.ts"
import { refuseStatus } from "../markup/fetch-page.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import { EffectFailed, type Step } from "../step.ts"

export type WeatherAnswer = JsonObject

interface Question {
  readonly keyword: string
  readonly path: "weather" | "forecast"
  readonly place: string
  readonly step: Step
}

/**
 * Asks OpenWeather with the bot's own key, the setting `weather-api-key`, in the language of the conversation.
 *
 * Throws: `EffectFailed` "service.not_set_up" without a key, "http.answered_with_error" for a place it does
 *         not know. The key stands in the address as the service wants it, and in no message.
 */
export async function askWeather(
  { keyword, path, place, step }: Question,
  tell: (answer: WeatherAnswer) => string,
): Promise<string> {
  const key = (await step.setting("weather-api-key"))?.trim() ?? ""
  if (key === "") throw serviceNotSetUp(keyword, "weather-api-key")
  const language = (step.language ?? "en").split(/[-_]/)[0] ?? "en"
  const query = new URLSearchParams({ q: place, units: "metric", lang: language, appid: key })
  const text = await step.outside("same key", async () => {
    const reply = await step.request({
      method: "GET",
      url: `https://api.openweathermap.org/data/2.5/${path}?${query}`,
      headers: [["accept", "application/json"]],
      body: null,
    })
    refuseStatus(`${keyword} ${place}`, reply)
    return tell(readObject(keyword, reply.body))
  })
  return String(text)
}

function readObject(keyword: string, body: string): WeatherAnswer {
  const answer = readJsonObject(body)
  if (answer !== null) return answer
  throw new EffectFailed(
    "http.answered_with_error",
    `${keyword} was answered with something that is no weather.`,
  )
}
