import { connect, createServer, type Socket } from "node:net"

/** Stands between a process and a server it needs, and can be cut like a cable. */
export interface CuttableProxy {
  readonly port: number
  /** Ends every connection, and lets no new one through. */
  cut(): void
  mend(): void
  close(): void
}

/** Opens such a cable to a server on this machine. */
export async function openCuttableProxy(targetPort: number): Promise<CuttableProxy> {
  const open = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on("error", () => socket.destroy())
    socket.on("close", () => open.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    if (isCut) return near.destroy()
    const far = connect(targetPort, "127.0.0.1")
    keep(far)
    near.pipe(far).pipe(near)
    near.on("close", () => far.destroy())
    far.on("close", () => near.destroy())
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const address = server.address()
  const cut = () => {
    isCut = true
    for (const socket of open) socket.destroy()
  }
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut,
    mend: () => {
      isCut = false
    },
    close: () => {
      cut()
      server.close()
    },
  }
}
