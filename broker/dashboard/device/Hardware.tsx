// Owns the list of what a device is made of and runs.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DevicePage } from "../../api/devices.ts";
import { useFormat } from "../text/format.ts";

export function Hardware({ device }: { readonly device: DevicePage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { inventory } = device;
  const model = inventory && [inventory.manufacturer, inventory.model].filter(Boolean).join(" ");
  return (
    <section className="card device-card-box">
      <h2>{t("device.inventory")}</h2>
      {inventory === null && <p className="soft small">{t("device.noInventory")}</p>}
      <dl className="hardware">
        {inventory !== null && (
          <>
            <Field name={t("device.field.hostname")}>{inventory.hostname}</Field>
            <Field name={t("device.field.operatingSystem")}>
              {inventory.operatingSystem} ({inventory.architecture})
            </Field>
            {model && <Field name={t("device.field.model")}>{model}</Field>}
            {inventory.serial !== null && <Field name={t("device.field.serial")}>{inventory.serial}</Field>}
            <Field name={t("device.field.processor")}>
              {inventory.processor} · {t("device.field.cores", { count: inventory.cores })}
            </Field>
            <Field name={t("device.field.memory")}>{format.size(inventory.memoryMiB)}</Field>
            {inventory.disks.length > 0 && (
              <Field name={t("device.field.disks")}>
                {inventory.disks.map((disk) => (
                  <div key={disk.name}>
                    {disk.name} · {format.size(disk.sizeMiB)}
                    {disk.kind !== null && ` · ${disk.kind}`}
                  </div>
                ))}
              </Field>
            )}
            {inventory.displays.length > 0 && (
              <Field name={t("device.field.displays")}>
                {inventory.displays.map((display) => (
                  <div key={`${display.model} ${display.widthPx} ${display.heightPx}`}>
                    {[
                      display.model,
                      display.widthPx !== null && display.heightPx !== null
                        ? `${display.widthPx} × ${display.heightPx}`
                        : null,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </div>
                ))}
              </Field>
            )}
            {inventory.networks.length > 0 && (
              <Field name={t("device.field.networks")}>
                {inventory.networks.map((network) => (
                  <div key={`${network.name} ${network.mac}`}>
                    {[network.name, network.address, network.mac].filter(Boolean).join(" · ")}
                  </div>
                ))}
              </Field>
            )}
          </>
        )}
        <Field name={t("device.field.agent")}>{device.agentVersion ?? t("app.none")}</Field>
        {device.kind !== "office" && (
          <Field name={t("device.field.kiosk")}>{device.kioskVersion ?? t("app.none")}</Field>
        )}
        <Field name={t("device.field.enrolled")}>{format.day(device.enrolledAt)}</Field>
        <Field name={t("device.field.reboot")}>
          {t(device.allowReboot ? "device.field.allowed" : "device.field.forbidden")}
        </Field>
      </dl>
    </section>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
