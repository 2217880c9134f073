// Owns texts that come with the page that shows them: an area registers its own words when its part of the dashboard is loaded,
// so that the first load does not carry the words of pages that nobody opened.
import type { i18n as I18n } from "i18next";

type Words = { readonly [key: string]: string | Words };
export type AreaTexts = { readonly vi: Words; readonly en: Words };

const registered = new Map<string, AreaTexts>();
let started: I18n | undefined;

/** At the top of an area's page: `addArea("rotation", { vi, en })`; its components then ask `useTranslation("rotation")`. */
export function addArea(area: string, texts: AreaTexts): void {
  registered.set(area, texts);
  if (started !== undefined) add(started, area, texts);
}

/** Once, by whoever starts the texts. */
export function serveAreas(texts: I18n): void {
  started = texts;
  for (const [area, words] of registered) add(texts, area, words);
}

function add(texts: I18n, area: string, { vi, en }: AreaTexts): void {
  texts.addResourceBundle("vi", area, vi, true, true);
  texts.addResourceBundle("en", area, en, true, true);
}
