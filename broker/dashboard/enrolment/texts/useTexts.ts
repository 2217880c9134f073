// Owns that the words of bringing devices in come with their dialogs.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("enrolment", { vi, en });

export const useTexts = (): TFunction<"enrolment"> => useTranslation("enrolment").t;
