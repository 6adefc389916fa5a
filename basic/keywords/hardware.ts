/**
 * Commands of pins, sensors, displays and cameras that other dialects have. A bot runs on a server and has
 * none: their words are known so that a script is told precisely, and only where a command begins.
 */
const phrases = `GPIO MODE|GPIO SET|GPIO GET|GPIO PWM|GPIO SERVO|I2C SCAN|I2C READ|I2C WRITE|SPI OPEN|SPI TRANSFER|SPI CLOSE|
  READ TEMPERATURE|READ HUMIDITY|READ DISTANCE|READ MOTION|READ LIGHT|LCD INIT|LCD PRINT|LCD DRAW|LCD CLEAR|OLED INIT|
  OLED PRINT|OLED DRAW|OLED CLEAR|RELAY SET|BUZZER|CAPTURE PHOTO`

export const hardwarePhrases: readonly string[] = phrases.split("|").map((phrase) => phrase.trim())

const known: ReadonlySet<string> = new Set(hardwarePhrases)

/** Says whether these words, upper case with single blanks, command hardware. */
export const isHardware = (words: string): boolean => known.has(words)

const beginOf = (word: string): number => word.charCodeAt(0) * 128 + word.charCodeAt(1)
const begins: ReadonlySet<number> = new Set(hardwarePhrases.map(beginOf))

/** False for nearly every word: those that begin like no command of hardware. */
export const mayBeHardware = (word: string): boolean => begins.has(beginOf(word))
