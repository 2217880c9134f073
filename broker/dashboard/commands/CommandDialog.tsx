// Owns what is said before a command goes out, and what can be done for devices that did not get it.
import { Button, SegmentedControl, Select, Slider, Textarea } from "@mantine/core";
import { useState } from "react";
import type { CommandOrder, CommandWait, UnsentCommand } from "../../api/commands.ts";
import { fileKeptDays } from "../client/contractRoutes.ts";
import { hubNow } from "../client/hubClock.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { useFormat } from "../text/format.ts";
import { longestMessage } from "./offeredCommands.ts";
import type { Outcome, SendTargets } from "./sending.ts";
import { useTexts } from "./texts/useTexts.ts";

type Give = (
  order: CommandOrder,
  how?: { readonly wait?: CommandWait; readonly insist?: boolean },
  only?: readonly string[],
) => void;

type CommandDialogProps = {
  readonly order: CommandOrder;
  readonly targets: SendTargets;
  /** Null before it was sent. */
  readonly outcome: Outcome | null;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly onChange: (order: CommandOrder) => void;
  readonly onSend: Give;
  readonly onClose: () => void;
};

export function CommandDialog(props: CommandDialogProps) {
  const { order, targets, outcome, error, busy, onChange, onSend, onClose } = props;
  const { t, common } = useTexts();
  const complete = order.name !== "message" || order.text.trim() !== "";
  const dangerous = order.name === "reboot" || order.name === "shutDown";
  return (
    <Dialog opened onClose={onClose} title={t(`name.${order.name}`)} size="md">
      <div className="form-rows">
        <p className="soft">
          {targets.name === null
            ? t("toMany", { count: targets.deviceIds.length })
            : t("toOne", { name: targets.name })}
        </p>
        {outcome === null ? (
          <>
            <OrderFields order={order} onChange={onChange} />
            <FormError error={error} />
            <div className="form-end">
              <Button variant="default" onClick={onClose}>
                {common("app.cancel")}
              </Button>
              <Button
                {...(dangerous ? { color: "red" } : {})}
                loading={busy}
                disabled={!complete}
                onClick={() => onSend(order)}
              >
                {dangerous ? t(`name.${order.name}`) : t("send")}
              </Button>
            </div>
          </>
        ) : (
          <Unsent
            order={order}
            outcome={outcome}
            busy={busy}
            error={error}
            onSend={onSend}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

const messageMinutes = [1, 5, 15, 30, 60] as const;
const lockMinutes = [15, 30, 60, 120] as const;

function OrderFields({ order, onChange }: Pick<CommandDialogProps, "order" | "onChange">) {
  const { t } = useTexts();
  const format = useFormat();
  switch (order.name) {
    case "message":
      return (
        <>
          <Textarea
            label={t("text")}
            placeholder={t("textHint")}
            autosize
            minRows={2}
            maxLength={longestMessage}
            data-autofocus
            value={order.text}
            onChange={({ currentTarget }) => onChange({ ...order, text: currentTarget.value })}
          />
          <Select
            label={t("minutes")}
            allowDeselect={false}
            data={messageMinutes.map((count) => ({ value: `${count}`, label: t("minutesOf", { count }) }))}
            value={`${order.minutes}`}
            onChange={(value) => onChange({ ...order, minutes: Number(value) })}
          />
        </>
      );
    case "lock":
      return (
        <>
          <p>{t("ask.lock")}</p>
          <LockEnd until={order.until} onChange={(until) => onChange({ name: "lock", until })} />
        </>
      );
    case "setVolume":
      return (
        <div className="command-volume">
          <p id="command-volume">{t("percent", { percent: format.number(order.percent) })}</p>
          <Slider
            aria-labelledby="command-volume"
            step={5}
            label={null}
            value={order.percent}
            onChange={(percent) => onChange({ name: "setVolume", percent })}
          />
        </div>
      );
    case "reboot":
    case "shutDown":
    case "restartKiosk":
      return <p>{t(`ask.${order.name}`)}</p>;
    case "screenshot":
      return <p>{t("ask.screenshot", { days: fileKeptDays })}</p>;
    default:
      return null;
  }
}

const minuteMs = 60_000;

function LockEnd({
  until,
  onChange,
}: {
  readonly until: number | null;
  readonly onChange: (until: number | null) => void;
}) {
  const { t } = useTexts();
  const format = useFormat();
  // From when the dialog was opened: the choices must not move under the hand.
  const [ends] = useState(() =>
    lockMinutes.map((minutes) => Math.ceil(hubNow() / minuteMs) * minuteMs + minutes * minuteMs),
  );
  return (
    <Select
      label={t("until")}
      allowDeselect={false}
      data={[
        { value: "", label: t("untilOpen") },
        ...ends.map((at, place) => ({
          value: `${at}`,
          label: `${format.clock(at)} (${t("minutesOf", { count: lockMinutes[place] ?? 0 })})`,
        })),
      ]}
      value={until === null ? "" : `${until}`}
      onChange={(value) => onChange(value === "" || value === null ? null : Number(value))}
    />
  );
}

const waits = ["quarter", "twoHours", "tomorrow"] as const;

type UnsentProps = {
  readonly order: CommandOrder;
  readonly outcome: Outcome;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSend: Give;
  readonly onClose: () => void;
};

function Unsent({ order, outcome, busy, error, onSend, onClose }: UnsentProps) {
  const { t, common } = useTexts();
  const [wait, setWait] = useState<(typeof waits)[number]>("quarter");
  const { sent, unsent } = outcome;
  const offline = unsent.filter(({ code }) => code === "DEVICE_OFFLINE");
  const inLesson = unsent.filter(({ code }) => code === "LESSON_RUNNING");
  const canWait = [...offline, ...inLesson].map(({ deviceId }) => deviceId);
  return (
    <>
      <p>{sent === 0 ? t("none") : t("partly", { count: sent })}</p>
      <ul className="command-unsent">
        {byReason(unsent).map(({ message, names }) => (
          <li key={message}>
            <strong>{names.join(", ")}</strong>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {canWait.length > 0 && (
        <div className="command-wait">
          <p id="command-wait">{t(offline.length > 0 ? "waitTitle" : "waitLesson")}</p>
          <SegmentedControl
            aria-labelledby="command-wait"
            fullWidth
            data={waits.map((value) => ({ value, label: t(`wait.${value}`) }))}
            value={wait}
            onChange={(value) => setWait(waits.find((known) => known === value) ?? "quarter")}
          />
        </div>
      )}
      <FormError error={error} />
      <div className="form-end">
        <Button variant="default" onClick={onClose}>
          {common("app.close")}
        </Button>
        {inLesson.length > 0 && (
          <Button
            variant="light"
            color="red"
            loading={busy}
            onClick={() =>
              onSend(
                order,
                { insist: true },
                inLesson.map(({ deviceId }) => deviceId),
              )
            }
          >
            {t("sendNow")}
          </Button>
        )}
        {canWait.length > 0 && (
          <Button loading={busy} onClick={() => onSend(order, { wait }, canWait)}>
            {t("waitSend")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Twenty stations with one reason are one line. */
function byReason(unsent: readonly UnsentCommand[]): { message: string; names: string[] }[] {
  const lines = new Map<string, string[]>();
  for (const { deviceName, message } of unsent)
    lines.set(message, [...(lines.get(message) ?? []), deviceName]);
  return [...lines].map(([message, names]) => ({ message, names }));
}
