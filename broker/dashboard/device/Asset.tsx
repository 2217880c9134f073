// Owns what a device is made of, as the asset register wants it: serials and models that can be copied.
import type { ReactNode } from "react";
import type { DevicePage } from "../../api/devices.ts";
import { CopyText } from "../parts/CopyText.tsx";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

type Fact = {
  readonly name: string;
  /** A line each; what is not known is left out before. */
  readonly lines: readonly string[];
  /** A number that people type into other books. */
  readonly copied?: boolean;
};

export function Asset({ device }: { readonly device: DevicePage }) {
  const { t, common } = useTexts();
  const facts = useFacts(device);
  return (
    <section className="card device-card-box">
      <div className="charts-head">
        <h2>{t("asset.title")}</h2>
        {device.inventory !== null && (
          <CopyText
            label={t("asset.copyAll")}
            value={facts.map(({ name, lines }) => `${name}: ${lines.join("; ")}`).join("\n")}
          />
        )}
      </div>
      {device.inventory === null && <p className="soft small">{common("device.noInventory")}</p>}
      <dl className="hardware">
        {facts.map(({ name, lines, copied }) => (
          <Field key={name} name={name} copy={copied === true ? lines.join(" ") : null}>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two parts may read the same
              <div key={`${line} ${index}`}>{line}</div>
            ))}
          </Field>
        ))}
      </dl>
    </section>
  );
}

const joined = (...parts: readonly (string | null | undefined | false)[]) =>
  parts.filter((part): part is string => typeof part === "string" && part !== "").join(" · ");

function useFacts(device: DevicePage): Fact[] {
  const { t, common } = useTexts();
  const format = useFormat();
  const field = (name: string, ...lines: string[]): Fact => ({
    name,
    lines: lines.filter((line) => line !== ""),
  });
  const { inventory } = device;
  const serial = (value: string | null) => value !== null && t("asset.serial", { serial: value });
  const facts: Fact[] = [];
  if (inventory !== null) {
    const { bios, board, chassis, memoryModules, machineUuid } = inventory;
    facts.push(
      field(
        common("device.field.model"),
        [inventory.manufacturer, inventory.model].filter(Boolean).join(" "),
      ),
      { ...field(common("device.field.serial"), inventory.serial ?? ""), copied: true },
      { name: t("asset.assetTag"), lines: [chassis?.assetTag ?? ""], copied: true },
      field(common("device.field.hostname"), inventory.hostname),
      field(
        common("device.field.operatingSystem"),
        `${inventory.operatingSystem} (${inventory.architecture})`,
      ),
      field(
        common("device.field.processor"),
        joined(inventory.processor, common("device.field.cores", { count: inventory.cores })),
      ),
      field(common("device.field.memory"), format.size(inventory.memoryMiB)),
      {
        name: t("asset.memoryModules"),
        lines: memoryModules.map((module) =>
          joined(module.slot, format.size(module.sizeMiB), module.kind, module.maker, serial(module.serial)),
        ),
      },
      field(
        common("device.field.disks"),
        ...inventory.disks.map((disk) =>
          joined(disk.model ?? disk.name, format.size(disk.sizeMiB), disk.kind, serial(disk.serial)),
        ),
      ),
      field(
        common("device.field.displays"),
        ...inventory.displays.map((display) =>
          joined(
            display.model,
            display.widthPx !== null &&
              display.heightPx !== null &&
              `${display.widthPx} × ${display.heightPx}`,
            serial(display.serial),
          ),
        ),
      ),
      { name: t("asset.chassis"), lines: [joined(chassis?.kind, serial(chassis?.serial ?? null))] },
      { name: t("asset.board"), lines: [joined(board?.maker, board?.model, serial(board?.serial ?? null))] },
      { name: t("asset.bios"), lines: [joined(bios?.vendor, bios?.version, bios?.releasedOn)] },
      { name: t("asset.uuid"), lines: [machineUuid ?? ""], copied: true },
      field(
        common("device.field.networks"),
        ...inventory.networks.map(({ name, address, mac }) => joined(name, address, mac)),
      ),
    );
  }
  facts.push(field(common("device.field.agent"), device.agentVersion ?? common("app.none")));
  if (device.kind !== "office")
    facts.push(field(common("device.field.kiosk"), device.kioskVersion ?? common("app.none")));
  facts.push(
    field(common("device.field.enrolled"), format.day(device.enrolledAt)),
    field(
      common("device.field.reboot"),
      common(device.allowReboot ? "device.field.allowed" : "device.field.forbidden"),
    ),
  );
  return facts.filter(({ lines }) => lines.some((line) => line !== ""));
}

type FieldProps = { readonly name: string; readonly copy: string | null; readonly children: ReactNode };

function Field({ name, copy, children }: FieldProps) {
  const { t } = useTexts();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <div className="hardware-lines">{children}</div>
        {copy !== null && <CopyText value={copy} label={t("asset.copy")} />}
      </dd>
    </div>
  );
}
