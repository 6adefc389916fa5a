import { forecast } from "#basic/keywords/forecast.ts"
import { handlerFor } from "./handler.ts"
import { askWeather } from "./weather/ask-weather.ts"
import { describeDays } from "./weather/describe.ts"

export const forecastHandler = handlerFor(forecast, ({ place = "", days = 3 }, step) =>
  askWeather({ keyword: "FORECAST", path: "forecast", place, step }, (answer) =>
    describeDays(answer, Math.floor(days)),
  ),
)
