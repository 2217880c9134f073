// Owns giving a command to one or many devices: pictured buttons, what has to be said first, and what became of it.
import { Tooltip, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandName, CommandOrder, CommandWait } from "../../api/commands.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { CommandDialog } from "./CommandDialog.tsx";
import { asksFirst, commandGroups, commandIcons, firstOrder } from "./offeredCommands.ts";
import type { Outcome, SendTargets } from "./sending.ts";
import { useTexts } from "./texts/useTexts.ts";
import "./commands.css";

type CommandSenderProps = {
  readonly targets: SendTargets;
  readonly isOffered?: (name: CommandName) => boolean;
  /** Why a command cannot be given here; null when it can. */
  readonly whyNot?: (name: CommandName) => string | null;
  readonly onSent?: () => void;
};

const groups = ["screen", "power", "care"] as const;

export function CommandSender({
  targets,
  isOffered = () => true,
  whyNot = () => null,
  onSent,
}: CommandSenderProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const send = useHubMutation("sendCommands");
  const [order, setOrder] = useState<CommandOrder | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const close = () => {
    setOrder(null);
    setOutcome(null);
    send.reset();
  };
  const give = (
    given: CommandOrder,
    how: { readonly wait?: CommandWait; readonly insist?: boolean } = {},
    only: readonly string[] = targets.deviceIds,
  ) =>
    send.mutate(
      // Ids come from the hub's own rows.
      { body: { target: { kind: "devices", deviceIds: [...only] as never }, order: given, ...how } },
      {
        onSuccess: ({ commands, unsent }) => {
          void client.invalidateQueries({ queryKey: ["showDevice"] });
          void client.invalidateQueries({ queryKey: ["listCommands"] });
          const waits = commands.length > 0 && commands.every(({ state }) => state === "queued");
          if (unsent.length === 0) {
            const command = t(`name.${given.name}`);
            notifications.show({
              color: "lagoon",
              message: t(waits ? "queued" : "sent", { command }),
            });
            close();
            onSent?.();
          } else {
            setOrder(given);
            setOutcome({ sent: commands.length, unsent });
          }
        },
        onError: () => setOrder(given),
      },
    );
  const begin = (name: CommandName) => {
    const first = firstOrder(name);
    if (asksFirst.includes(name)) setOrder(first);
    else give(first);
  };

  return (
    <>
      {groups.map((group) => {
        const offered = commandGroups[group].filter(isOffered);
        if (offered.length === 0) return null;
        return (
          <section key={group} className="command-group" aria-label={t(`group.${group}`)}>
            <h3>{t(`group.${group}`)}</h3>
            <div className="command-tiles">
              {offered.map((name) => (
                <CommandTile
                  key={name}
                  name={name}
                  whyNot={whyNot(name)}
                  busy={send.isPending && send.variables.body.order.name === name}
                  onClick={() => begin(name)}
                />
              ))}
            </div>
          </section>
        );
      })}
      {order !== null && (
        <CommandDialog
          order={order}
          targets={targets}
          outcome={outcome}
          error={send.error}
          busy={send.isPending}
          onChange={setOrder}
          onSend={give}
          onClose={close}
        />
      )}
    </>
  );
}

type CommandTileProps = {
  readonly name: CommandName;
  readonly whyNot: string | null;
  readonly busy: boolean;
  readonly onClick: () => void;
};

function CommandTile({ name, whyNot, busy, onClick }: CommandTileProps) {
  const { t } = useTexts();
  const Picture = commandIcons[name];
  return (
    <Tooltip label={whyNot ?? t(`hint.${name}`)} multiline w={250} openDelay={400}>
      <UnstyledButton
        className={`command-tile command-tile-${name}`}
        // Still in the way of the keyboard: the reason is read out.
        aria-disabled={whyNot !== null || busy}
        data-busy={busy}
        onClick={() => whyNot === null && !busy && onClick()}
      >
        <span className="command-tile-picture">
          <Picture size={22} stroke={1.75} aria-hidden="true" />
        </span>
        <span>{t(`name.${name}`)}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
