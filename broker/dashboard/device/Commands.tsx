// Owns the commands of one device: giving them, and following what became of them.
import type { CommandName } from "../../api/commands.ts";
import type { DevicePage } from "../../api/devices.ts";
import { usePermission } from "../account/account.ts";
import { CommandResults } from "../commands/CommandResults.tsx";
import { CommandSender } from "../commands/CommandSender.tsx";
import { ofChildrensScreen } from "../commands/offeredCommands.ts";
import { useTexts } from "../commands/texts/useTexts.ts";

const shown = 8;

export function Commands({ device }: { readonly device: DevicePage }) {
  const { t } = useTexts();
  const maySend = usePermission("devices.command");
  const whyNot = (name: CommandName) => {
    if ((name === "reboot" || name === "shutDown") && !device.allowReboot) return t("forbidden.power");
    if (name === "screenshot" && !device.allowScreenshot) return t("forbidden.screenshot");
    return null;
  };
  const offered = (name: CommandName) =>
    (device.kind !== "office" || !ofChildrensScreen.includes(name)) &&
    (name !== "wake" || device.reachability !== "online");
  return (
    <section className="card device-card-box">
      <h2>{t("title")}</h2>
      {maySend && (
        <CommandSender
          targets={{ deviceIds: [device.deviceId], name: device.name }}
          isOffered={offered}
          whyNot={whyNot}
        />
      )}
      <h3 className="command-heading">{t("results")}</h3>
      <CommandResults commands={device.commands.slice(0, shown)} />
    </section>
  );
}
