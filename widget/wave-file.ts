/** Sound as a file that every service takes: one channel of 16 bits. Units of `rate`: samples a second. */
export function writeWave(samples: Float32Array, rate: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index)
  }
  word(0, "RIFF")
  view.setUint32(4, bytes.length - 8, true)
  word(8, "WAVEfmt ")
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, "data")
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, at) => {
    view.setInt16(44 + at * 2, Math.max(-1, Math.min(1, sample)) * 32_767, true)
  })
  return bytes
}

/** Speech needs no more. Units: samples a second. */
const rate = 16_000

/** What a browser recorded, in whichever form it does, as a wave file. */
export async function toWave(recorded: Blob): Promise<File> {
  const context = new AudioContext()
  try {
    const decoded = await context.decodeAudioData(await recorded.arrayBuffer())
    const offline = new OfflineAudioContext(1, Math.ceil(decoded.duration * rate), rate)
    const source = offline.createBufferSource()
    source.buffer = decoded
    source.connect(offline.destination)
    source.start()
    const rendered = await offline.startRendering()
    const bytes = writeWave(rendered.getChannelData(0), rate)
    return new File([bytes], "voice.wav", { type: "audio/wav" })
  } finally {
    void context.close()
  }
}
