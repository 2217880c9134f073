// Owns the code of a new device: shown big, as a QR code and as a command, with its countdown, until the device has come.
import { Button, Loader } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Enrolment } from "../../api/devices.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { CopyText } from "../parts/CopyText.tsx";
import { Emblem } from "../parts/Emblem.tsx";
import { FormError } from "../parts/FormError.tsx";
import { useFormat } from "../text/format.ts";
import { QrCode } from "./QrCode.tsx";
import { useTexts } from "./texts/useTexts.ts";

/** The live channel tells at once; this is for the minute in which it is away. */
const askAgainMs = 4_000;

type EnrolmentCodeProps = {
  readonly made: Enrolment;
  readonly onClose: () => void;
  readonly onAgain: () => void;
};

export function EnrolmentCode({ made, onClose, onAgain }: EnrolmentCodeProps) {
  const { t } = useTranslation();
  const texts = useTexts();
  const client = useQueryClient();
  const format = useFormat();
  const now = useHubNow(1_000);
  const enrolments = useHubQuery("listEnrolments", {}, { refetchIntervalMs: askAgainMs });
  const devices = useHubQuery("listDevices", {}, { refetchIntervalMs: askAgainMs });
  const withdraw = useHubMutation("withdrawEnrolment");
  const enrolment = enrolments.data?.find(({ code }) => code === made.code) ?? made;
  const device = devices.data?.find(({ deviceId }) => deviceId === enrolment.deviceId);

  if (enrolment.usedAt !== null && device !== undefined && device.reachability === "online")
    return (
      <div className="enrol-done" role="status">
        <Emblem name={device.emblem} size={72} />
        <h3>{t("enrol.connected")}</h3>
        <p className="soft">{t("enrol.connectedHint", { name: device.name })}</p>
        <div className="form-end">
          <Button variant="default" onClick={onAgain}>
            {t("enrol.addAnother")}
          </Button>
          <Button component={Link} href={`/devices/${device.deviceId}`} onClick={onClose}>
            {t("enrol.openDevice")}
          </Button>
        </div>
      </div>
    );

  if (enrolment.usedAt === null && enrolment.expiresAt <= now)
    return (
      <div className="enrol-done" role="alert">
        <h3>{t("enrol.expired")}</h3>
        <p className="soft">{t("enrol.expiredHint")}</p>
        <Button onClick={onAgain}>{t("enrol.newCode")}</Button>
      </div>
    );

  const cancel = () =>
    withdraw.mutate(
      { params: { code: enrolment.code } },
      {
        onSuccess: () => {
          notifications.show({ message: t("enrol.withdrawn"), color: "gray" });
          void client.invalidateQueries({ queryKey: ["listEnrolments"] });
          onClose();
        },
      },
    );

  return (
    <div className="enrol-code">
      <div className="enrol-code-top">
        {enrolment.kind === "screen" ? (
          <p className="enrol-code-big code">
            <span className="visually-hidden">{t("enrol.codeLabel", { code: enrolment.code })}</span>
            <span aria-hidden="true">{enrolment.code}</span>
          </p>
        ) : (
          <>
            <p className="enrol-code-typed code">
              <span className="visually-hidden">{texts("typedLabel", { code: enrolment.typedCode })}</span>
              <TypedGroups code={enrolment.typedCode} />
            </p>
            <p className="soft small">{texts("typedHint")}</p>
          </>
        )}
        <p className="soft small numbers">
          {t("enrol.expiresIn", { time: format.countdown(enrolment.expiresAt - now) })}
        </p>
      </div>
      <div className={`enrol-ways enrol-ways-${enrolment.kind}`}>
        <section>
          <h3>{t("enrol.agentWay")}</h3>
          <p className="soft small">{texts(enrolment.agentOnHubOnly ? "runHereHint" : "runHint")}</p>
          <pre className="code enrol-command">{enrolment.agentCommand}</pre>
          <CopyText value={enrolment.agentCommand} label={t("enrol.copyCommand")} />
          {!enrolment.agentOnHubOnly && <p className="soft small enrol-note">{texts("noHub")}</p>}
          <details className="enrol-scan">
            <summary>{texts("scan")}</summary>
            <QrCode text={enrolment.link} label={texts("linkQr")} />
            <p className="code enrol-url">{enrolment.link}</p>
            <CopyText value={enrolment.link} label={texts("copyLink")} />
          </details>
        </section>
        {enrolment.kind !== "office" && (
          <section>
            <h3>{t("enrol.screenWay")}</h3>
            <p className="soft small">{t("enrol.screenWayHint")}</p>
            <QrCode text={enrolment.url} label={t("enrol.qr", { url: enrolment.url })} />
            <p className="code enrol-url">{enrolment.url}</p>
            <CopyText value={enrolment.url} label={t("enrol.copyUrl")} />
          </section>
        )}
      </div>
      <FormError error={withdraw.error} />
      <div className="enrol-wait">
        <span className="enrol-wait-sign" role="status">
          <Loader size={18} />
          {t(enrolment.usedAt === null ? "enrol.waiting" : "enrol.claimed")}
        </span>
        {enrolment.usedAt === null && (
          <Button variant="subtle" color="red" onClick={cancel} loading={withdraw.isPending}>
            {t("enrol.withdraw")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Two lines of three groups: what is typed once stands apart from what says whom to trust. */
function TypedGroups({ code }: { readonly code: string }) {
  const groups = code.split("-");
  return (
    <span aria-hidden="true" className="typed-groups">
      {groups.map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and they never move.
        <span key={place} className={place < 2 ? "typed-once" : "typed-trust"}>
          {group}
        </span>
      ))}
    </span>
  );
}
