// Owns what surrounds every page: theme, texts, cache, and whether somebody is signed in.
import { Button, Loader, MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { i18n as I18n } from "i18next";
import { useMemo, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import type { SignedIn } from "../../api/accounts.ts";
import { AccountContext } from "../account/account.ts";
import { SignInPage } from "../account/SignInPage.tsx";
import { isCode } from "../client/apiError.ts";
import { callApi } from "../client/callApi.ts";
import { makeQueryClient, whoAmIKey } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";
import { CrashBoundary } from "./CrashBoundary.tsx";
import { Shell } from "./Shell.tsx";
import { theme } from "./theme.ts";

export function App({ texts }: { readonly texts: I18n }) {
  const [client] = useState(makeQueryClient);
  const { t } = useTranslation("translation", { i18n: texts });
  const close = t("app.close");
  const spoken = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { "aria-label": close } } } },
      }),
    [close],
  );
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider theme={spoken} defaultColorScheme="auto">
        <CrashBoundary>
          <QueryClientProvider client={client}>
            <Notifications position="bottom-right" limit={4} />
            <Entrance />
          </QueryClientProvider>
        </CrashBoundary>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** null: the hub answered that nobody is signed in. */
async function askWhoIAm(signal: AbortSignal): Promise<SignedIn | null> {
  try {
    return await callApi("whoAmI", {}, signal);
  } catch (error) {
    if (isCode(error, "NOT_SIGNED_IN")) return null;
    throw error;
  }
}

function Entrance() {
  const { t } = useTranslation();
  const account = useQuery({
    queryKey: whoAmIKey,
    queryFn: ({ signal }) => askWhoIAm(signal),
    staleTime: 5 * 60_000,
    refetchInterval: ({ state }) => (state.status === "error" ? 5_000 : false),
  });
  if (account.data === undefined) {
    if (account.isError) return <HubAway error={account.error} onRetry={() => void account.refetch()} />;
    return (
      <div className="entrance" role="status" aria-label={t("app.loading")}>
        <Loader />
      </div>
    );
  }
  if (account.data === null) return <SignInPage />;
  return (
    <AccountContext value={account.data}>
      <Shell />
    </AccountContext>
  );
}

function HubAway({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const unreachable = isCode(error, "UNREACHABLE");
  return (
    <main className="entrance">
      <div className="empty-state" role="alert">
        <IconPlugConnectedX size={48} stroke={1.5} aria-hidden="true" />
        <h1 className="entrance-title">{unreachable ? t("signIn.unreachable") : t("error.title")}</h1>
        <p>{unreachable ? t("signIn.unreachableHint") : errorText(error)}</p>
        <Button onClick={onRetry}>{t("app.retry")}</Button>
      </div>
    </main>
  );
}
