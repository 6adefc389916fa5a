/** Which kind of channel a conversation is on: "telegram:con_1" is a connection of "telegram". */
export function channelKind(channel: string): string {
  return channel.split(":", 1)[0] ?? channel
}

/** Questions of an evaluation, put to the version it names. */
export const isEvaluation = (channel: string): boolean => channelKind(channel) === "evaluation"

/** What is said to the staging of a bot, at its own public name. */
export const isStaging = (channel: string): boolean => channelKind(channel) === "staging"
