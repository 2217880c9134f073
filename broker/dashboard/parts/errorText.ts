// Owns the sentence shown for a failed call.
import { useTranslation } from "react-i18next";
import { ApiError } from "../client/apiError.ts";

/** The hub's own sentence names the slot or the class, so it wins where its language is the one shown. */
export function useErrorText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t("error.INTERNAL");
    const hubSpoke = error.status !== 0 && !error.message.startsWith("HTTP ");
    return hubSpoke && i18n.language === "vi" ? error.message : t(`error.${error.code}`);
  };
}
