import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineTheme,
} from "@mantine/core"

/** The one accent: a deep pine that stays calm beside warm paper. */
const pine: MantineColorsTuple = [
  "#ebf6f3",
  "#d6ebe6",
  "#aad7cd",
  "#78c0b2",
  "#4fab9b",
  "#2f9484",
  "#1c7e70",
  "#14685d",
  "#10544c",
  "#0c423c",
]

/** Warm neutrals: paper, linen, ink. */
const stone: MantineColorsTuple = [
  "#fbf9f6",
  "#f5f2ed",
  "#ece8e1",
  "#e0dad1",
  "#cbc4b9",
  "#a59d92",
  "#6b645a",
  "#524c44",
  "#39342e",
  "#24201b",
]

/** The same neutrals at night; `dark.7` is the page, `dark.6` what lies on it. */
const night: MantineColorsTuple = [
  "#ece7df",
  "#d3ccc2",
  "#aaa398",
  "#837b71",
  "#45403a",
  "#37332e",
  "#282521",
  "#1e1b18",
  "#171512",
  "#100e0c",
]

const clay: MantineColorsTuple = [
  "#fdf0ed",
  "#f9ded8",
  "#f2bcb1",
  "#ea9586",
  "#e07462",
  "#d0543f",
  "#b8402d",
  "#9c3223",
  "#80291d",
  "#662118",
]

interface IconColours {
  variant?: string
  color?: string
}

/** Icons without a colour of their own step back behind words. */
function quietIconVars(_theme: MantineTheme, { variant, color }: IconColours) {
  if (variant !== "subtle" || color !== "gray") return { root: {} }
  return { root: { "--ai-color": "var(--bw-text-muted)", "--ai-hover": "var(--bw-sunken)" } }
}

export const theme = createTheme({
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 6 },
  colors: { pine, gray: stone, dark: night, red: clay },
  black: "#24201b",
  fontFamily:
    '"Figtree Variable", "Segoe UI", system-ui, "Noto Sans", "Noto Sans Arabic", "Geeza Pro", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, "Cascadia Mono", Menlo, monospace',
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.55", lg: "1.6", xl: "1.6" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "18px" },
  defaultRadius: "md",
  shadows: {
    xs: "0 1px 2px rgb(36 32 27 / 6%)",
    sm: "0 2px 6px rgb(36 32 27 / 7%)",
    md: "0 6px 20px rgb(36 32 27 / 10%)",
    lg: "0 12px 32px rgb(36 32 27 / 13%)",
    xl: "0 20px 48px rgb(36 32 27 / 16%)",
  },
  headings: {
    fontWeight: "650",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.35" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.4" },
      h5: { fontSize: "0.875rem", lineHeight: "1.4" },
      h6: { fontSize: "0.8125rem", lineHeight: "1.4" },
    },
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Tooltip: {
      defaultProps: {
        withArrow: false,
        openDelay: 350,
        fz: "xs",
        transitionProps: { duration: 120 },
      },
    },
    Menu: {
      defaultProps: {
        shadow: "md",
        transitionProps: { duration: 120 },
        // It is an element that may not be inside of a menu; focus goes to the first item instead.
        withInitialFocusPlaceholder: false,
        // Beside its button, and so inside the landmark that the button is in.
        withinPortal: false,
      },
    },
    Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 120 } } },
    Modal: {
      styles: {
        title: { fontSize: "1.0625rem", fontWeight: 640 },
        content: { background: "var(--bw-surface)" },
        header: { background: "var(--bw-surface)" },
      },
      defaultProps: {
        centered: true,
        radius: "lg",
        padding: "lg",
        transitionProps: { duration: 160 },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 160 } } },
    Button: { defaultProps: { fw: 550 } },
    InputWrapper: { styles: { label: { marginBottom: 3 } } },
    ActionIcon: { vars: quietIconVars },
    Select: { defaultProps: { checkIconPosition: "right", allowDeselect: false } },
    PasswordInput: { defaultProps: { autoCapitalize: "none", spellCheck: false } },
  },
})

/** Surfaces that Mantine derives from white; ours come from `theme.css`. */
export const resolveThemeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "var(--bw-page)",
    "--mantine-color-default": "var(--bw-surface)",
    "--mantine-color-default-hover": "var(--bw-sunken)",
    "--mantine-color-default-border": "var(--bw-line-strong)",
    "--mantine-color-dimmed": "var(--bw-text-muted)",
    "--mantine-color-placeholder": "var(--bw-text-faint)",
    "--mantine-color-anchor": "var(--bw-accent-text)",
    "--mantine-color-error": "var(--bw-danger-text)",
  },
  dark: {
    "--mantine-color-body": "var(--bw-page)",
    "--mantine-color-default": "var(--bw-surface)",
    "--mantine-color-default-hover": "var(--bw-sunken)",
    "--mantine-color-default-border": "var(--bw-line-strong)",
    "--mantine-color-dimmed": "var(--bw-text-muted)",
    "--mantine-color-placeholder": "var(--bw-text-faint)",
    "--mantine-color-anchor": "var(--bw-accent-text)",
    "--mantine-color-error": "var(--bw-danger-text)",
    // What deletes is told by its colour in the dark too.
    "--mantine-color-red-light-color": "var(--bw-danger-text)",
  },
})
