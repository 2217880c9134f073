// Owns the sign-in screen.
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconHourglass } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { PreferencesMenu } from "../app/PreferencesMenu.tsx";
import { ApiError, isCode } from "../client/apiError.ts";
import { useHubMutation, whoAmIKey } from "../client/hubQuery.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useErrorText } from "../parts/errorText.ts";
import "./signIn.css";

/** Used when the hub refuses further tries without saying for how long, seconds. */
const usualWaitSeconds = 60;

export function SignInPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const errorText = useErrorText();
  const signIn = useHubMutation("signIn");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const waitSeconds = useWait(signIn.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (waitSeconds > 0) return;
    signIn.mutate(
      { body: { username: username.trim(), password } },
      {
        onSuccess: (account) => client.setQueryData(whoAmIKey, account),
        onError: () => setPassword(""),
      },
    );
  };

  return (
    <main className="sign-in">
      <div className="sign-in-corner">
        <PreferencesMenu />
      </div>
      <form className="sign-in-card" onSubmit={submit}>
        <div className="sign-in-emblems" aria-hidden="true">
          {["rabbit-face", "hatching-chick", "tropical-fish", "butterfly", "elephant"].map((name) => (
            <Emblem key={name} name={name} size={40} />
          ))}
        </div>
        <h1>Kidsmart</h1>
        <p className="sign-in-lead">{t("signIn.lead")}</p>
        <TextInput
          label={t("signIn.username")}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          size="md"
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
        />
        <PasswordInput
          label={t("signIn.password")}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword"), tabIndex: 0 }}
        />
        <div aria-live="polite">
          {waitSeconds > 0 ? (
            <Alert color="yellow" icon={<IconHourglass size={20} />}>
              {t("signIn.wait", { time: clockOf(waitSeconds) })}
            </Alert>
          ) : (
            signIn.error !== null &&
            !isCode(signIn.error, "TOO_MANY_TRIES") && (
              <Alert color="red" icon={<IconAlertTriangle size={20} />}>
                {errorText(signIn.error)}
              </Alert>
            )
          )}
        </div>
        <Button type="submit" size="md" fullWidth loading={signIn.isPending} disabled={waitSeconds > 0}>
          {t("signIn.submit")}
        </Button>
        <p className="sign-in-help">{t("signIn.help")}</p>
      </form>
    </main>
  );
}

const clockOf = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Seconds until another try is allowed, counting down. */
function useWait(error: Error | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!isCode(error, "TOO_MANY_TRIES")) return;
    const seconds = (error instanceof ApiError ? error.retryAfterSeconds : null) ?? usualWaitSeconds;
    const until = Date.now() + seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
