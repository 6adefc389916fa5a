/** How a conversation stands, told from its row `c` and its last run `r`. */
export const stateColumn = `case
  when c.taken_over_at is not null then 'person'
  when r.status = 'faulted' then 'failed'
  when c.waiting is null then 'ended'
  else 'waiting' end`

/** Where a conversation is held, without what tells one visitor from another. */
export const channelColumn =
  "case split_part(c.channel, ':', 1) when 'public' then 'web' else split_part(c.channel, ':', 1) end"

/** The last run of a conversation. */
export const lastRun = "left join runs r on r.org_id = c.org_id and r.id = c.run_id"

/** Makes words that people wrote mean themselves in LIKE. */
export const likeWords = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`
