// Owns that the rotation's words come with its page.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addArea } from "../../text/areaTexts.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

addArea("rotation", { vi, en });

export type RotationText = TFunction<"rotation">;

export const useTexts = (): RotationText => useTranslation("rotation").t;
