// Owns the list of commands with what became of each: state in words, what was brought, and taking back what waits.
import { Button } from "@mantine/core";
import { IconDownload, IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import type { DeviceCommandRow } from "../../api/commands.ts";
import { usePermission } from "../account/account.ts";
import { commandFilePath } from "../client/contractRoutes.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useFormat } from "../text/format.ts";
import { type CommandName, commandIcons } from "./offeredCommands.ts";
import { useTexts } from "./texts/useTexts.ts";
import "./commands.css";

type CommandResultsProps = {
  readonly commands: readonly DeviceCommandRow[];
  /** On a page of many devices. */
  readonly withDevice?: boolean;
};

const fileAddress = (id: string) => commandFilePath.replace(":commandId", id);
const iconOf = (name: string) => commandIcons[name as CommandName] ?? commandIcons.identify;

export function CommandResults({ commands, withDevice = false }: CommandResultsProps) {
  const { t } = useTexts();
  const now = useHubNow(15_000);
  const [picture, setPicture] = useState<DeviceCommandRow | null>(null);
  if (commands.length === 0) return <p className="soft small">{t("noResults")}</p>;
  return (
    <>
      <ul className="command-results" aria-live="polite">
        {commands.map((command) => (
          <Result
            key={command.id}
            command={command}
            withDevice={withDevice}
            now={now}
            onPicture={() => setPicture(command)}
          />
        ))}
      </ul>
      {picture !== null && <PictureDialog command={picture} onClose={() => setPicture(null)} />}
    </>
  );
}

type ResultProps = {
  readonly command: DeviceCommandRow;
  readonly withDevice: boolean;
  readonly now: number;
  readonly onPicture: () => void;
};

function Result({ command, withDevice, now, onPicture }: ResultProps) {
  const { t } = useTexts();
  const format = useFormat();
  const maySend = usePermission("devices.command");
  const cancel = useHubMutation("cancelCommand");
  const said = useOrderText()(command);
  const Picture = iconOf(command.name);
  const { id, state, detail, file } = command;
  return (
    <li>
      <span className="command-result-picture">
        <Picture size={18} stroke={1.75} aria-hidden="true" />
      </span>
      <div className="command-result-words">
        <p>
          <strong>{t(`name.${command.name as CommandName}`)}</strong>
          {withDevice && <span> · {command.deviceName}</span>}
          {said !== "" && <span className="soft"> {said}</span>}
        </p>
        <p className="soft small">
          {format.moment(command.issuedAt, now)} · {command.issuedByName}
          {state === "queued" && ` · ${t("waitsUntil", { when: format.moment(command.expiresAt, now) })}`}
        </p>
        {detail !== "" && <p className="small">{detail}</p>}
        {maySend && file !== null && (
          <p>
            {file.kind === "screenshot" ? (
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconPhoto size={15} />}
                onClick={onPicture}
              >
                {t("picture")}
              </Button>
            ) : (
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconDownload size={15} />}
                component="a"
                href={fileAddress(id)}
                download={`nhat-ky-${command.deviceName}.txt`}
              >
                {t("log")}
              </Button>
            )}
          </p>
        )}
      </div>
      <div className="command-result-end">
        <span className={`tag command-${state}`}>{t(`state.${state}`)}</span>
        {maySend && state === "queued" && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ params: { commandId: id } })}
          >
            {t("cancel")}
          </Button>
        )}
      </div>
    </li>
  );
}

function useOrderText(): (command: DeviceCommandRow) => string {
  const { t } = useTexts();
  const format = useFormat();
  return ({ order, issuedAt }) => {
    if (order?.name === "message") return t("order.message", { text: order.text, minutes: order.minutes });
    if (order?.name === "setVolume") return t("order.setVolume", { percent: order.percent });
    if (order?.name === "lock")
      return order.until === null
        ? t("order.lockOpen")
        : t("order.lockUntil", { when: format.moment(order.until, issuedAt) });
    return "";
  };
}

function PictureDialog({
  command,
  onClose,
}: {
  readonly command: DeviceCommandRow;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const format = useFormat();
  const [missing, setMissing] = useState(false);
  const title = t("pictureOf", { name: command.deviceName });
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      {missing ? (
        <p>{t("pictureMissing")}</p>
      ) : (
        <figure className="command-picture">
          <img src={fileAddress(command.id)} alt={title} onError={() => setMissing(true)} />
          <figcaption className="soft small">
            {format.dateTime(command.finishedAt ?? command.issuedAt)} · {command.issuedByName}
          </figcaption>
        </figure>
      )}
    </Dialog>
  );
}
