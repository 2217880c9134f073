// Owns asking axe what stands in somebody's way on a page. Only tests import this.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import axeCore, { type Result, type RunOptions } from "axe-core";

export type Looked = {
  /** A CSS selector: this part only, as a dialog without the page below it. */
  readonly within?: string;
  /** `colour`: contrast and the like only, for a page whose structure was looked at in the light. */
  readonly rules?: "all" | "colour";
  /** `any` also tells what axe calls minor and moderate. */
  readonly impact?: "serious" | "any";
};

/** Faults by rule and element, a line each; none on a good page. */
export async function accessibilityFaults(page: Page, looked: Looked = {}): Promise<string[]> {
  const options: RunOptions = {
    // What passes is not described: on a week grid that is most of the work.
    resultTypes: ["violations"],
    ...(looked.rules === "colour" ? { runOnly: ["color-contrast", "link-in-text-block"] } : {}),
  };
  const violations = await (page.frames().length === 1
    ? violationsOf(page, looked.within, options)
    : violationsWithFrames(page, looked.within, options));
  return violations
    .filter(({ impact }) => looked.impact === "any" || impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}

/** As Playwright's axe does it, but half a megabyte of script is brought once a page and not for each look. */
async function violationsOf(page: Page, within: string | undefined, options: RunOptions): Promise<Result[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeCore.source);
  return page.evaluate(
    async ([selector, how]) => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      return (await axe.run(selector ?? document, how)).violations;
    },
    [within, options] as const,
  );
}

async function violationsWithFrames(
  page: Page,
  within: string | undefined,
  options: RunOptions,
): Promise<Result[]> {
  const axe = new AxeBuilder({ page }).options(options);
  if (within !== undefined) axe.include(within);
  return (await axe.analyze()).violations;
}

/** By every rule in the light, and by those of colour in the dark: the page is drawn once, only its colours change. It is left in the dark. */
export async function faultsInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // One that is taken away instead of ending is over, too.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const faults = await accessibilityFaults(page, { rules: colorScheme === "light" ? "all" : "colour" });
    found.push(...faults.map((fault) => `${colorScheme} ${fault}`));
  }
  return found;
}
