// Owns the sign that says whether the screen is up to date.
import { Tooltip } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLiveState } from "../client/useLiveHub.ts";

/** A hub that restarts is back within seconds: only a longer silence deserves a banner. */
const bannerAfterMs = 4_000;

export function LiveSign() {
  const { t } = useTranslation();
  const state = useLiveState((value) => value.state);
  return (
    <Tooltip label={t(state === "live" ? "live.liveHint" : "live.reconnectingHint")} multiline w={280}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its tooltip must be reachable by keyboard */}
      <span className={`live-sign live-sign-${state}`} role="status" tabIndex={0}>
        <span className="live-sign-dot" aria-hidden="true" />
        <span className="live-sign-word">{t(`live.${state}`)}</span>
      </span>
    </Tooltip>
  );
}

export function LiveBanner() {
  const { t } = useTranslation();
  const state = useLiveState((value) => value.state);
  const away = useLasting(state === "reconnecting", bannerAfterMs);
  if (!away) return null;
  return (
    <div className="live-banner" role="alert">
      <IconPlugConnectedX size={20} aria-hidden="true" />
      <span>
        <strong>{t("error.offlineTitle")}.</strong> {t("live.reconnectingHint")}
      </span>
    </div>
  );
}

function useLasting(value: boolean, forMs: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) return setLasting(false);
    const timer = window.setTimeout(() => setLasting(true), forMs);
    return () => window.clearTimeout(timer);
  }, [value, forMs]);
  return lasting;
}
