import type { StarterPicture as Picture } from "#server/services/bots/list-templates.ts"
import styles from "./starters.module.css"

const cardWidth = 300
const stepHeight = 64
const headHeight = 64
const seen = { width: 1640, height: 800 }

/** A flow from far away: its cards, the kinds of their steps, and the ways between them. */
export function StarterPicture({ picture }: { picture: Picture }) {
  const cards = picture.cards.map((card) => ({
    ...card,
    height: headHeight + card.steps.length * stepHeight,
  }))
  // The beginning says most; the rest runs out of the picture.
  const left = Math.min(...cards.map(({ x }) => x))
  const top = Math.min(...cards.map(({ y }) => y))
  const box = [left - 60, top - 60, seen.width, seen.height].join(" ")
  return (
    <svg className={styles.picture} viewBox={box} preserveAspectRatio="xMinYMin slice" aria-hidden>
      {picture.ways.map(([from, to], index) => {
        const [start, end] = [cards[from], cards[to]]
        if (!start || !end) return null
        const [x1, y1] = [start.x + cardWidth, start.y + start.height - 30]
        const [x2, y2] = [end.x, end.y + 32]
        const bend = Math.max(60, Math.abs(x2 - x1) / 2)
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the ways of a picture never change.
            key={index}
            className={styles.way}
            d={`M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`}
          />
        )
      })}
      {cards.map((card) => (
        <g key={`${card.x} ${card.y}`}>
          <rect
            className={styles.miniCard}
            x={card.x}
            y={card.y}
            width={cardWidth}
            height={card.height}
            rx={18}
          />
          <rect
            className={styles.miniTitle}
            x={card.x + 22}
            y={card.y + 24}
            width={110}
            height={16}
            rx={8}
          />
          {card.steps.map((family, index) => (
            <g
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a picture never change.
              key={index}
            >
              <rect
                x={card.x + 22}
                y={card.y + headHeight + index * stepHeight + 8}
                width={32}
                height={32}
                rx={8}
                fill={`var(--bw-family-${family})`}
              />
              <rect
                className={styles.miniLine}
                x={card.x + 70}
                y={card.y + headHeight + index * stepHeight + 16}
                width={index % 2 === 0 ? 190 : 140}
                height={16}
                rx={8}
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}
