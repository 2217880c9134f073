// Owns the Mantine theme: the colours and shapes that its parts share with our own styles in tokens.css.
import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Deep water green: calm beside children's pictures, which bring all the colour a page needs. */
const lagoon: MantineColorsTuple = [
  "#e8f6f4",
  "#d3ebe7",
  "#a6d7cf",
  "#75c1b6",
  "#4daea0",
  "#2f9c8d",
  "#157f72",
  "#0f6e63",
  "#0a5c53",
  "#044a43",
];

/** Warm greys beside the paper-coloured page; Mantine's own are blue. */
const gray: MantineColorsTuple = [
  "#faf9f6",
  "#f2f1ec",
  "#e8e6df",
  "#dedcd4",
  "#cfccc2",
  "#a9aba4",
  "#7f8783",
  "#566361",
  "#36413f",
  "#1d2726",
];

/** From text down to the deepest ground. */
const dark: MantineColorsTuple = [
  "#e7eeec",
  "#b9c6c3",
  "#93a3a0",
  "#667874",
  "#3a4a47",
  "#2b3836",
  "#212c2a",
  "#1a2322",
  "#151d1c",
  "#111817",
];

export const theme = createTheme({
  primaryColor: "lagoon",
  primaryShade: { light: 7, dark: 6 },
  colors: { lagoon, gray, dark },
  fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace",
  headings: { fontWeight: "600" },
  defaultRadius: "md",
  radius: { md: "10px" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Modal: { defaultProps: { radius: "lg", centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 250, events: { hover: true, focus: true, touch: true } },
    },
  },
});
