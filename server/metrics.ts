import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"

/** What is counted; `/metrics` shows it. Other parts add their own to `registry`. */
export interface Metrics {
  readonly registry: Registry
  readonly httpRequests: Counter<"surface" | "method" | "status">
  readonly httpSeconds: Histogram<"surface">
  readonly sockets: Gauge
  readonly socketFrames: Counter<"direction">
  readonly signIns: Counter<"outcome">
}

/** Opens the counters of one process. Every container has its own, so tests do not share them. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    httpRequests: new Counter({
      name: "botwright_http_requests_total",
      help: "Answered requests.",
      labelNames: ["surface", "method", "status"],
      registers,
    }),
    httpSeconds: new Histogram({
      name: "botwright_http_request_seconds",
      help: "Time from the request to the end of the answer.",
      labelNames: ["surface"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25],
      registers,
    }),
    sockets: new Gauge({
      name: "botwright_chat_sockets",
      help: "Open chat sockets.",
      registers,
    }),
    socketFrames: new Counter({
      name: "botwright_chat_frames_total",
      help: "Frames of chat sockets.",
      labelNames: ["direction"],
      registers,
    }),
    signIns: new Counter({
      name: "botwright_sign_ins_total",
      help: "Attempts to sign in.",
      labelNames: ["outcome"],
      registers,
    }),
  }
}
