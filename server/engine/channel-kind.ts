/** Which kind of channel a conversation is on: "telegram:con_1" is a connection of "telegram". */
export function channelKind(channel: string): string {
  return channel.split(":", 1)[0] ?? channel
}
