// Owns how the school connects its Home Assistant: the settings, trying them, and how it goes.
import { Alert, Badge, Button, PasswordInput, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconHomeSignal, IconPlugConnected } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { HomeAssistantSettings, HomeAssistantState } from "../../api/integrations.ts";
import { ApiError } from "../client/apiError.ts";
import { hubKey, useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { SaveBar } from "../parts/SaveBar.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useTexts } from "./texts/useTexts.ts";

/** Nobody pushes it: it is asked while the page is open. */
const lookEveryMs = 5_000;
const colours = { off: "gray", connecting: "yellow", connected: "lagoon", failed: "red" } as const;

export function HomeAssistantCard() {
  const { t } = useTexts();
  const shown = useHubQuery("showHomeAssistant", {}, { refetchIntervalMs: lookEveryMs });
  return (
    <section className="card integrations-card">
      <h2>
        <IconHomeSignal size={22} aria-hidden="true" /> {t("home")}
        {shown.data !== undefined && (
          <Badge className="integrations-state" variant="light" color={colours[shown.data.connection]}>
            {t(`state.${shown.data.connection}`, { count: shown.data.devices })}
          </Badge>
        )}
      </h2>
      <p className="soft">{t("homeLead")}</p>
      {shown.data !== undefined ? (
        <HomeAssistantForm state={shown.data} />
      ) : shown.isError ? (
        <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />
      ) : (
        <LoadingRows rows={4} height={56} />
      )}
    </section>
  );
}

type Draft = HomeAssistantSettings & { readonly password: string };

function HomeAssistantForm({ state }: { readonly state: HomeAssistantState }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const save = useHubMutation("changeHomeAssistant");
  const attempt = useHubMutation("testHomeAssistant");
  const [typed, setTyped] = useState<Draft>();
  const draft: Draft = typed ?? { ...state.settings, password: "" };
  const failed = save.error ?? attempt.error;
  const errorOf = (field: string) => (failed instanceof ApiError ? failed.fields[field] : undefined);
  const change = (part: Partial<Draft>) => {
    setTyped({ ...draft, ...part });
    save.reset();
    attempt.reset();
  };
  const { password, ...settings } = draft;
  const body = password === "" ? settings : { ...settings, password };
  const put = () =>
    save.mutate(
      { body },
      {
        onSuccess: (now) => {
          client.setQueryData(hubKey("showHomeAssistant", {}), now);
          setTyped(undefined);
          notifications.show({ color: "lagoon", message: t("saved") });
        },
      },
    );
  return (
    <div className="form-rows">
      <Switch
        label={t("enabled")}
        checked={draft.enabled}
        onChange={({ currentTarget: { checked } }) => change({ enabled: checked })}
      />
      <TextInput
        label={t("url")}
        placeholder={t("urlHint")}
        value={draft.url}
        error={errorOf("url")}
        onChange={({ currentTarget: { value } }) => change({ url: value.trim() })}
      />
      <div className="form-pair">
        <TextInput
          label={t("username")}
          autoComplete="off"
          value={draft.username}
          error={errorOf("username")}
          onChange={({ currentTarget: { value } }) => change({ username: value })}
        />
        <PasswordInput
          label={t("password")}
          autoComplete="new-password"
          placeholder={state.hasPassword ? t("passwordKept") : ""}
          value={draft.password}
          error={errorOf("password")}
          onChange={({ currentTarget: { value } }) => change({ password: value })}
        />
      </div>
      <TextInput
        label={t("prefix")}
        description={t("prefixHint")}
        value={draft.discoveryPrefix}
        error={errorOf("discoveryPrefix")}
        onChange={({ currentTarget: { value } }) => change({ discoveryPrefix: value.trim() })}
      />
      <Switch
        label={t("allowCommands")}
        description={t("allowCommandsHint")}
        checked={draft.allowCommands}
        onChange={({ currentTarget: { checked } }) => change({ allowCommands: checked })}
      />
      <div>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={17} />}
          disabled={draft.url === ""}
          loading={attempt.isPending}
          onClick={() => attempt.mutate({ body })}
        >
          {t("test")}
        </Button>
      </div>
      {attempt.data !== undefined && (
        <Alert color={attempt.data.connected ? "lagoon" : "red"} role="status">
          {attempt.data.connected ? t("testGood") : t("testBad", { detail: attempt.data.detail })}
        </Alert>
      )}
      {state.connection === "failed" && state.detail !== "" && typed === undefined && (
        <Alert color="red">{t("testBad", { detail: state.detail })}</Alert>
      )}
      {typed !== undefined && (
        <SaveBar
          words={{ unsaved: t("unsaved"), discard: t("discard") }}
          saving={save.isPending}
          error={save.error}
          canSave
          onSave={put}
          onDiscard={() => {
            setTyped(undefined);
            save.reset();
            attempt.reset();
          }}
        />
      )}
    </div>
  );
}
