// Owns the page of channels: where alerts go beside the dashboard, whether it works, and a trial with the other side's real answer.
import { Alert, Button, Menu, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  IconBrandTelegram,
  IconMail,
  IconMessageCircle,
  IconPencil,
  IconPlus,
  IconSend,
  IconWebhook,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AlertChannel } from "../../api/alerts.ts";
import { callApi } from "../client/callApi.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { AlertTabs } from "./AlertTabs.tsx";
import { ChannelEditor } from "./ChannelEditor.tsx";
import { type ChannelKind, channelKinds, kindOf } from "./channelStart.ts";
import { useTexts } from "./texts/useTexts.ts";

const icons = {
  email: IconMail,
  telegram: IconBrandTelegram,
  zalo: IconMessageCircle,
  webhook: IconWebhook,
} as const;

export function ChannelsPage() {
  const { t } = useTexts();
  const channels = useHubQuery("listAlertChannels", {});
  const [edited, setEdited] = useState<AlertChannel | ChannelKind | null>(null);
  const add = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={18} />}>{t("channels.add")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {channelKinds.map((kind) => {
          const Icon = icons[kind];
          return (
            <Menu.Item key={kind} leftSection={<Icon size={18} />} onClick={() => setEdited(kind)}>
              {t(`channels.kind.${kind}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <>
      <AlertTabs tab="channels" lead={t("channels.lead")} actions={add} />
      {channels.isError && channels.data === undefined ? (
        <ErrorState error={channels.error} onRetry={() => void channels.refetch()} />
      ) : channels.data === undefined ? (
        <LoadingRows rows={2} height={110} />
      ) : channels.data.length === 0 ? (
        <EmptyState emblem="parrot" title={t("channels.empty")} hint={t("channels.emptyHint")} />
      ) : (
        <ul className="alert-list">
          {channels.data.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} onEdit={() => setEdited(channel)} />
          ))}
        </ul>
      )}
      {edited !== null && (
        <ChannelEditor
          channel={typeof edited === "string" ? null : edited}
          kind={typeof edited === "string" ? edited : kindOf(edited.settings)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function targetOf({ settings }: AlertChannel): string {
  switch (settings.kind) {
    case "email":
      return settings.to.join(", ");
    case "telegram":
      return settings.chatId;
    case "webhook":
      return settings.url;
  }
}

function ChannelRow({ channel, onEdit }: { readonly channel: AlertChannel; readonly onEdit: () => void }) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useHubNow(60_000);
  const client = useQueryClient();
  const errorText = useErrorText();
  const test = useHubMutation("testAlertChannel");
  const kind = kindOf(channel.settings);
  const Icon = icons[kind];
  const { id: channelId, severities, quiet, waiting, sentAt, lastError } = channel;
  const answer = test.data?.answer === "" ? t("channels.noAnswer") : test.data?.answer;

  async function turn(enabled: boolean): Promise<void> {
    const { id, hasSecret, waiting: some, sentAt: last, lastError: why, ...order } = channel;
    try {
      await callApi("changeAlertChannel", { params: { channelId }, body: { ...order, enabled } });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    await client.invalidateQueries({ queryKey: ["listAlertChannels"] });
  }

  return (
    <li className="alert-row card channel-row" data-off={!channel.enabled}>
      <span className="alert-icon" data-tone={channel.enabled ? "plain" : "off"} aria-hidden="true">
        <Icon size={22} stroke={1.75} />
      </span>
      <div className="alert-words">
        <h2>{channel.name}</h2>
        <p className="channel-target">
          {t(`channels.kind.${kind}`)} · {targetOf(channel)}
        </p>
        <p className="soft small">
          {[
            severities.map((each) => t(`severity.${each}`)).join(", "),
            ...(quiet === null
              ? []
              : [
                  `${t("channels.quiet")} ${format.minute(quiet.startMinute)}–${format.minute(quiet.endMinute)}`,
                ]),
            sentAt === null
              ? t("channels.neverSent")
              : t("channels.sentAt", { time: format.coming(sentAt, now) }),
            ...(waiting === 0 ? [] : [t("channels.waiting", { count: waiting })]),
          ].join(" · ")}
        </p>
        {lastError !== null && (
          <Alert color="red" mt={6} p="xs">
            {t("channels.failed", { answer: lastError })} {t("channels.failedHint")}
          </Alert>
        )}
        {test.data !== undefined && (
          <Alert color={test.data.sent ? "lagoon" : "red"} mt={6} p="xs" role="status">
            {t(test.data.sent ? "channels.testSent" : "channels.testFailed", { answer })}
          </Alert>
        )}
        {test.error !== null && (
          <Alert color="red" mt={6} p="xs" role="alert">
            {errorText(test.error)}
          </Alert>
        )}
      </div>
      <div className="rule-actions">
        <Switch
          aria-label={t("channels.on", { name: channel.name })}
          checked={channel.enabled}
          onChange={({ currentTarget: { checked } }) => void turn(checked)}
        />
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconSend size={17} />}
          loading={test.isPending}
          onClick={() => test.mutate({ params: { channelId } })}
        >
          {t("channels.test")}
        </Button>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPencil size={17} />}
          onClick={onEdit}
          aria-label={`${t("channels.edit")}: ${channel.name}`}
        >
          {t("rules.editShort")}
        </Button>
      </div>
    </li>
  );
}
