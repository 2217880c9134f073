// Owns how the axes of all charts look.
import type uPlot from "uplot";

/** `colour`: of a token of the theme. */
export const chartAxis = (colour: (token: string) => string): uPlot.Axis => ({
  stroke: colour("--ink-soft"),
  // Whole pixels: uPlot makes 11.10 of 11.5 on a screen of double density.
  font: "12px 'Be Vietnam Pro', system-ui, sans-serif",
  grid: { stroke: colour("--chart-grid"), width: 1 },
  ticks: { show: false },
});
