// Owns that the words of bringing the timetable in and out come with its dialogs.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("exchange", { vi, en });

export const useTexts = (): TFunction<"exchange"> => useTranslation("exchange").t;
