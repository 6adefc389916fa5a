import { weather } from "#basic/keywords/weather.ts"
import { handlerFor } from "./handler.ts"
import { askWeather } from "./weather/ask-weather.ts"
import { describeNow } from "./weather/describe.ts"

export const weatherHandler = handlerFor(weather, ({ place = "" }, step) =>
  askWeather({ keyword: "WEATHER", path: "weather", place, step }, describeNow),
)
