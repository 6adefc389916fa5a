import { useTranslation } from "react-i18next"
import type { Loss } from "#catalog/channels/degrade.ts"

/** Says what a channel does differently, and what to do about it. */
export function useLossWords(): (loss: Loss) => string {
  const { t } = useTranslation("builder")
  return (loss) => {
    switch (loss.kind) {
      case "split":
        return t("channels.loss.split", { count: loss.parts, most: loss.most })
      case "numbered":
        return t(`channels.loss.numbered.${loss.reason}`, { count: loss.most })
      case "rows":
        return t("channels.loss.rows", { count: loss.most })
      case "markup":
        return t(`channels.loss.${loss.lost}`)
      case "link":
        return t("channels.loss.file")
      case "apart":
        return t("channels.loss.apart")
      case "segments":
        return loss.wideCharacter === null
          ? t("channels.loss.segments", { count: loss.count })
          : t("channels.loss.wide", { count: loss.count, character: loss.wideCharacter })
    }
  }
}
