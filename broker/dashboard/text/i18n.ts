// Owns the choice of language: Vietnamese unless somebody switched; English is fetched when first asked for.
import { createInstance, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { serveAreas } from "./areaTexts.ts";
import { vi } from "./vi.ts";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];
const storageKey = "kidsmart.language";

export function rememberedLanguage(storage: Pick<Storage, "getItem">): Language {
  return storage.getItem(storageKey) === "en" ? "en" : "vi";
}

export async function startTexts(storage: Storage): Promise<I18n> {
  const texts = createInstance();
  await texts.use(initReactI18next).init({
    lng: "vi",
    fallbackLng: "vi",
    resources: { vi: { translation: vi } },
    // Audit actions such as "slot.add" are looked up as one key of an object; React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  serveAreas(texts);
  await showLanguage(texts, rememberedLanguage(storage));
  return texts;
}

export async function switchLanguage(texts: I18n, language: Language, storage: Storage): Promise<void> {
  await showLanguage(texts, language);
  storage.setItem(storageKey, language);
}

async function showLanguage(texts: I18n, language: Language): Promise<void> {
  if (language === "en" && !texts.hasResourceBundle("en", "translation"))
    texts.addResourceBundle("en", "translation", (await import("./en.ts")).en);
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
}
