/** Where the conversation keeps what PLAY began. */
export const playingKey = "playing"
