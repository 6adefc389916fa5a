"use client"

import { Input, SegmentedControl, Select, Stack, useMantineColorScheme } from "@mantine/core"
import { useMounted } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { isLanguage, languages } from "../i18n/languages.ts"
import { useLanguage } from "../i18n/texts-provider.tsx"
import { colorSchemes } from "../shell/color-schemes.ts"
import { Panel } from "../ui/panel.tsx"

/** Language and look; both are remembered in this browser. */
export function AppearancePanel() {
  const { t } = useTranslation(["auth", "shell"])
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const isMounted = useMounted()
  return (
    <Panel title={t("account.appearance")} description={t("account.appearanceText")}>
      <Stack>
        <Select
          label={t("shell:language")}
          maw={280}
          data={languages.map(({ code, name }) => ({ value: code, label: name }))}
          value={language}
          onChange={(code) => {
            if (code && isLanguage(code)) setLanguage(code)
          }}
        />
        <Input.Wrapper label={t("shell:theme")} labelElement="div">
          <div>
            <SegmentedControl
              mt={4}
              aria-label={t("shell:theme")}
              value={isMounted ? colorScheme : "auto"}
              onChange={setColorScheme}
              data={colorSchemes.map(({ value }) => ({ value, label: t(`shell:theme.${value}`) }))}
            />
          </div>
        </Input.Wrapper>
      </Stack>
    </Panel>
  )
}
