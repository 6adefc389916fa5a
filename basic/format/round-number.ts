import { printNumber } from "./print-number.ts"

/** More places than a double has digits change nothing. */
const maxPlaces = 20

/**
 * Rounds half away from zero, by the decimal digits a person sees: 1.005 to two places is 1.01.
 * `places` may be negative: -2 rounds to hundreds.
 */
export const roundNumber = (value: number, places: number): number => {
  const whole = Math.max(-308, Math.min(maxPlaces, Math.trunc(places)))
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15 * 10 ** -Math.min(whole, 0)) return value
  const shifted = Math.round(Number(`${printNumber(Math.abs(value))}e${whole}`))
  const rounded = Number(`${shifted}e${-whole}`)
  return value < 0 ? -rounded + 0 : rounded
}
