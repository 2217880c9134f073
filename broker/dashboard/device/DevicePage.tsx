// Owns the page of one device: how it is now, its charts, commands, events and hardware.

import { Alert, Anchor, Button } from "@mantine/core";
import { IconArrowLeft, IconClockExclamation, IconPencil } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import type { DevicePage as Device } from "../../api/devices.ts";
import { usePermission } from "../account/account.ts";
import { useStationText } from "../board/stationText.ts";
import { isCode } from "../client/apiError.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useDeviceKind } from "../parts/useDeviceKind.ts";
import { useFormat } from "../text/format.ts";
import { DeviceTickets } from "../tickets/DeviceTickets.tsx";
import { Commands } from "./Commands.tsx";
import { Events } from "./Events.tsx";
import { Hardware } from "./Hardware.tsx";
import { useTitle } from "./useTitle.ts";
import "./device.css";

const Charts = lazyPart(async () => (await import("./Charts.tsx")).Charts);
const EditDeviceDialog = lazyPart(async () => (await import("./EditDeviceDialog.tsx")).EditDeviceDialog);
const RevokeDeviceDialog = lazyPart(
  async () => (await import("./RevokeDeviceDialog.tsx")).RevokeDeviceDialog,
);

export function DevicePage() {
  const { t } = useTranslation();
  const { deviceId = "" } = useParams<{ deviceId: string }>();
  const device = useHubQuery("showDevice", { params: { deviceId } });
  useTitle(device.data?.name ?? t("devices.title"));
  return (
    <>
      <Anchor component={Link} href="/devices" className="device-back">
        <IconArrowLeft size={16} aria-hidden="true" />
        {t("device.back")}
      </Anchor>
      {device.data !== undefined ? (
        <Content device={device.data} />
      ) : isCode(device.error, "NOT_FOUND") || isCode(device.error, "INVALID_INPUT") ? (
        <EmptyState emblem="owl" title={t("device.notFound")} hint={t("device.notFoundHint")} />
      ) : device.isError ? (
        <ErrorState error={device.error} onRetry={() => void device.refetch()} />
      ) : (
        <LoadingRows rows={3} height={180} />
      )}
    </>
  );
}

/** A clock this far off confuses people who compare a station with the wall, ms. */
const clockWorthSayingMs = 60_000;

function Content({ device }: { readonly device: Device }) {
  const { t } = useTranslation();
  const format = useFormat();
  const revoked = device.revokedAt !== null;
  return (
    <>
      <DeviceHead device={device} />
      {device.revokedAt !== null && (
        <Alert color="gray" className="device-notice">
          {t("device.revokedOn", { date: format.day(device.revokedAt) })}
        </Alert>
      )}
      {device.clockErrorMs !== null && Math.abs(device.clockErrorMs) > clockWorthSayingMs && (
        <Alert color="yellow" className="device-notice" icon={<IconClockExclamation size={20} />}>
          {t("device.clock", { span: format.span(device.clockErrorMs) })}
        </Alert>
      )}
      <div className="device-columns">
        <div className="device-column">
          <Suspense fallback={<LoadingRows rows={2} height={200} />}>
            <Charts deviceId={device.deviceId} />
          </Suspense>
          <Events deviceId={device.deviceId} />
        </div>
        <div className="device-column">
          {!revoked && <Commands device={device} />}
          <DeviceTickets deviceId={device.deviceId} mayReport={!revoked} />
          <Hardware device={device} />
        </div>
      </div>
    </>
  );
}

function DeviceHead({ device }: { readonly device: Device }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stationText = useStationText();
  const deviceKind = useDeviceKind();
  const now = useHubNow(30_000);
  const mayManage = usePermission("devices.manage") && device.revokedAt === null;
  const [dialog, setDialog] = useState<"edit" | "revoke" | null>(null);
  const close = () => setDialog(null);
  return (
    <header className="device-head">
      <Emblem name={device.emblem} size={64} />
      <div className="device-head-words">
        <h1>{device.name}</h1>
        <p className="soft">
          {deviceKind(device)} · {device.roomName ?? t("device.noRoom")}
        </p>
      </div>
      <div className={`device-state device-state-${device.light}`}>
        <HealthLight light={device.light} size={24} withLabel />
        <div>
          <p>
            <strong>{stationText(device)}</strong>
            {device.reachability !== "online" && (
              <span className="soft">
                {" "}
                · {t("device.lastSeen", { when: format.ago(device.lastSeenAt, now) })}
              </span>
            )}
          </p>
          {device.reasons.length === 0
            ? device.light === "green" && <p className="small soft">{t("device.wellReason")}</p>
            : device.reasons.map((reason) => (
                <p key={reason} className="small">
                  {reason}
                </p>
              ))}
        </div>
      </div>
      {mayManage && (
        <div className="device-head-actions">
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setDialog("edit")}>
            {t("device.edit")}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setDialog("revoke")}>
            {t("device.revoke")}
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        {dialog === "edit" && <EditDeviceDialog device={device} onClose={close} />}
        {dialog === "revoke" && <RevokeDeviceDialog device={device} onClose={close} />}
      </Suspense>
    </header>
  );
}
