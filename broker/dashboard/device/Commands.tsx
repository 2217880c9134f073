// Owns sending commands to a device and following what became of them.

import { Button, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFocusCentered, IconPower, IconRefresh } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeviceCommandRow, DevicePage } from "../../api/devices.ts";
import { usePermission } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";
import { hubKey, useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { useFormat } from "../text/format.ts";

const identifySeconds = 15;

/** Stations are asked to check themselves a whole room at a time, on its own page. */
type OfferedCommand = Exclude<DeviceCommandRow["name"], "checkReadiness">;

export function Commands({ device }: { readonly device: DevicePage }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const maySend = usePermission("devices.command");
  const send = useHubMutation("sendCommand");
  const [asksReboot, setAsksReboot] = useState(false);
  const { deviceId } = device;
  const offline = device.reachability !== "online";

  const command = (name: OfferedCommand) =>
    send.mutate(
      {
        params: { deviceId },
        body: name === "identify" ? { name, seconds: identifySeconds } : { name },
      },
      {
        onSuccess: (row) => {
          client.setQueryData<DevicePage>(
            hubKey("showDevice", { params: { deviceId } }),
            (page) =>
              page && { ...page, commands: [row, ...page.commands.filter(({ id }) => id !== row.id)] },
          );
          notifications.show({
            color: "lagoon",
            message: t("device.commandSent", { command: t(`device.${name}`) }),
          });
          setAsksReboot(false);
        },
      },
    );
  const isSending = (name: OfferedCommand) => send.isPending && send.variables.body.name === name;
  const hasKiosk = device.kind !== "office";

  return (
    <section className="card device-card-box">
      <h2>{t("device.commands")}</h2>
      {maySend && (
        <>
          <div className="command-buttons">
            {hasKiosk && (
              <>
                <Tooltip label={t("device.identifyHint")} multiline w={240}>
                  <Button
                    variant="light"
                    leftSection={<IconFocusCentered size={17} />}
                    disabled={offline}
                    loading={isSending("identify")}
                    onClick={() => command("identify")}
                  >
                    {t("device.identify")}
                  </Button>
                </Tooltip>
                <Tooltip label={t("device.restartKioskHint")} multiline w={240}>
                  <Button
                    variant="default"
                    leftSection={<IconRefresh size={17} />}
                    disabled={offline}
                    loading={isSending("restartKiosk")}
                    onClick={() => command("restartKiosk")}
                  >
                    {t("device.restartKiosk")}
                  </Button>
                </Tooltip>
              </>
            )}
            <Tooltip
              label={t(device.allowReboot ? "device.rebootHint" : "device.rebootForbidden")}
              multiline
              w={240}
            >
              <Button
                variant="default"
                leftSection={<IconPower size={17} />}
                disabled={offline || !device.allowReboot}
                onClick={() => setAsksReboot(true)}
              >
                {t("device.reboot")}
              </Button>
            </Tooltip>
          </div>
          {offline && <p className="soft small">{t("device.commandOffline")}</p>}
          {!offline && !device.allowReboot && <p className="soft small">{t("device.rebootForbidden")}</p>}
          {!asksReboot && <FormError error={send.error} />}
        </>
      )}
      <CommandList commands={device.commands} />
      <Dialog
        opened={asksReboot}
        onClose={() => setAsksReboot(false)}
        title={t("device.rebootTitle", { name: device.name })}
        size="sm"
      >
        <div className="form-rows">
          <p>{t("device.rebootText")}</p>
          <FormError error={send.error} />
          <div className="form-end">
            <Button variant="default" onClick={() => setAsksReboot(false)} data-autofocus>
              {t("app.cancel")}
            </Button>
            <Button color="red" loading={isSending("reboot")} onClick={() => command("reboot")}>
              {t("device.rebootSubmit")}
            </Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}

function CommandList({ commands }: { readonly commands: readonly DeviceCommandRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useHubNow(30_000);
  if (commands.length === 0) return <p className="soft small">{t("device.noCommands")}</p>;
  return (
    <ul className="command-list" aria-live="polite">
      {commands.slice(0, 6).map((command) => (
        <li key={command.id}>
          <span>
            <strong>{t(`device.${command.name}`)}</strong>
            <span className="soft small">
              {" "}
              {format.moment(command.issuedAt, now)} · {command.issuedByName}
            </span>
            {command.detail !== "" && <span className="command-detail soft small">{command.detail}</span>}
          </span>
          <span className={`tag command-${command.state}`}>{t(`device.commandState.${command.state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
