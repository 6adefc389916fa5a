import { expect, it } from "vitest"
import { Mailbox } from "./mailbox.ts"

it("runs what is posted under one key one at a time, in the order of posting", async () => {
  const mailbox = new Mailbox()
  const log: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = mailbox.post("a", async () => {
    log.push("first begins")
    await gate.promise
    log.push("first ends")
  })
  const second = mailbox.post("a", async () => {
    log.push("second")
  })
  expect(log).toEqual(["first begins"])
  gate.resolve()
  await Promise.all([first, second])
  expect(log).toEqual(["first begins", "first ends", "second"])
})

it("lets keys run beside each other", async () => {
  const mailbox = new Mailbox()
  const gate = Promise.withResolvers<void>()
  const slow = mailbox.post("slow", () => gate.promise)
  await expect(mailbox.post("quick", async () => "done")).resolves.toBe("done")
  gate.resolve()
  await slow
})

it("goes on after a failure, which only its own caller sees", async () => {
  const mailbox = new Mailbox()
  const failed = mailbox.post("a", () => Promise.reject(new Error("no")))
  const next = mailbox.post("a", async () => 2)
  await expect(failed).rejects.toThrow("no")
  await expect(next).resolves.toBe(2)
})

it("keeps nothing of a key whose work is done", async () => {
  const mailbox = new Mailbox()
  await Promise.all(Array.from({ length: 50 }, (_, n) => mailbox.post(`k${n % 5}`, async () => n)))
  await mailbox.whenIdle()
  expect(mailbox.busyCount).toBe(0)
})
