// Owns the head of a device's page: its light from afar, what is wrong in words, and what to do about it.
import { Button } from "@mantine/core";
import { IconPencil, IconTool } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import type { DevicePage } from "../../api/devices.ts";
import { usePermission } from "../account/account.ts";
import { useStationText } from "../board/stationText.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { problemsOf } from "../devices/problems.ts";
import { useTexts as useFleetTexts } from "../devices/texts/useTexts.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";
import { useDeviceKind } from "../parts/useDeviceKind.ts";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

const EditDeviceDialog = lazyPart(async () => (await import("./EditDeviceDialog.tsx")).EditDeviceDialog);
const RevokeDeviceDialog = lazyPart(
  async () => (await import("./RevokeDeviceDialog.tsx")).RevokeDeviceDialog,
);

export function DeviceHead({ device }: { readonly device: DevicePage }) {
  const { common } = useTexts();
  const format = useFormat();
  const stationText = useStationText();
  const deviceKind = useDeviceKind();
  const now = useHubNow(30_000);
  const mayManage = usePermission("devices.manage") && device.revokedAt === null;
  const [dialog, setDialog] = useState<"edit" | "revoke" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <header className="device-head">
        <Emblem name={device.emblem} size={64} />
        <div className="device-head-words">
          <h1>{device.name}</h1>
          <p className="soft">
            {deviceKind(device)} · {device.roomName ?? common("device.noRoom")}
          </p>
        </div>
        <div className={`device-state device-state-${device.light}`}>
          <HealthLight light={device.light} size={30} withLabel />
          <div>
            <p>
              <strong>{stationText(device)}</strong>
              {device.reachability !== "online" && (
                <span className="soft">
                  {" "}
                  · {common("device.lastSeen", { when: format.ago(device.lastSeenAt, now) })}
                </span>
              )}
            </p>
            {device.reasons.length === 0
              ? device.light === "green" && <p className="small soft">{common("device.wellReason")}</p>
              : device.reasons.map((reason) => (
                  <p key={reason} className="small">
                    {reason}
                  </p>
                ))}
          </div>
        </div>
        {mayManage && (
          <div className="device-head-actions">
            <Button
              variant="default"
              leftSection={<IconPencil size={16} />}
              onClick={() => setDialog("edit")}
            >
              {common("device.edit")}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setDialog("revoke")}>
              {common("device.revoke")}
            </Button>
          </div>
        )}
      </header>
      <Advice device={device} />
      <Suspense fallback={null}>
        {dialog === "edit" && <EditDeviceDialog device={device} onClose={close} />}
        {dialog === "revoke" && <RevokeDeviceDialog device={device} onClose={close} />}
      </Suspense>
    </>
  );
}

/** The problems that have an answer, the gravest first. */
function Advice({ device }: { readonly device: DevicePage }) {
  const { t } = useTexts();
  const { t: fleet } = useFleetTexts();
  const told = useHubQuery("showCondition", { params: { deviceId: device.deviceId } });
  const problems = problemsOf({ ...device, condition: told.data?.figures ?? null });
  if (problems.length === 0) return null;
  return (
    <section className="card device-advice" aria-label={t("todo")}>
      <h2>
        <IconTool size={18} aria-hidden="true" />
        {t("todo")}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <strong>{fleet(`problems.${problem}`)}</strong>
            <span>{fleet(`advice.${problem}`)}</span>
            {problem === "notReady" &&
              device.readiness?.problems.map((sentence) => (
                <span key={sentence} className="soft">
                  {sentence}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
