"use client"

import { useTranslation } from "react-i18next"
import type { ChatMessage, MessageFile } from "#catalog/messages.ts"
import { Icon } from "../ui/icon.tsx"
import styles from "./file-view.module.css"
import { formatSize } from "./format-size.ts"

interface FileViewProps {
  kind: ChatMessage["kind"]
  file: MessageFile
  /** What a picture shows, in words. */
  caption: string
}

/** A file of a conversation: a picture, a player, or a name to download it by. */
export function FileView({ kind, file, caption }: FileViewProps) {
  const { i18n } = useTranslation()
  const address = isOwnAddress(file.url) ? file.url : undefined
  const has = (option: string) => file.options?.includes(option) ?? false
  const player = {
    src: address,
    controls: !has("nocontrols"),
    loop: has("loop"),
    autoPlay: has("autoplay"),
    muted: has("muted") || has("autoplay"),
    className: styles.player,
    "aria-label": caption || file.name,
  }
  return (
    <div className={styles.file}>
      {kind === "image" && (
        // biome-ignore lint/performance/noImgElement: a visitor's picture is no asset of ours to optimize.
        <img src={address} alt={caption || file.name} className={styles.picture} loading="lazy" />
      )}
      {kind === "audio" && <audio {...player} />}
      {kind === "video" && <video {...player} playsInline />}
      <a className={styles.link} href={address} download={file.name}>
        <Icon name={kind === "image" ? "eye" : "file-text"} size={16} />
        <span className={styles.name}>{file.name}</span>
        <span className={styles.size}>{formatSize(file.size, i18n.language)}</span>
        <Icon name="download" size={16} />
      </a>
    </div>
  )
}

/** Only what our own server gives out by a signed address is ever loaded. */
function isOwnAddress(url: string): boolean {
  return url.startsWith("/api/v1/files/") || url.startsWith("blob:")
}
