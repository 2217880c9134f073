// Owns the frame of a signed-in page: places at the side (below on a phone), live state, and the page itself.

import { Button, Loader } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import type { SignedIn } from "../../api/accounts.ts";
import { useAccount } from "../account/account.ts";
import { useHubMutation, whoAmIKey } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { useLiveHub } from "../client/useLiveHub.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { EmptyState } from "../parts/states.tsx";
import { CrashBoundary } from "./CrashBoundary.tsx";
import { DiskBanner } from "./DiskBanner.tsx";
import { LiveBanner, LiveSign } from "./LiveSign.tsx";
import { addressOf, type Place, places } from "./navigation.ts";
import { PlaceList } from "./PlaceList.tsx";
import { PreferencesMenu } from "./PreferencesMenu.tsx";
import "./shell.css";

const ChangePasswordDialog = lazyPart(
  async () => (await import("../account/ChangePasswordDialog.tsx")).ChangePasswordDialog,
);

const quietAfterMs = 2_500;

/** One after another, between what the person does: together they would hold up the first letters that are typed. */
function usePagesForLater(): void {
  useEffect(() => {
    let gone = false;
    const timer = window.setTimeout(async () => {
      for (const { fetchLater } of places.flatMap(({ pages }) => pages)) {
        if (gone) return;
        if (fetchLater === null) continue;
        await untilIdle();
        // A page that fails now is asked for again when somebody opens it.
        await fetchLater().catch(() => undefined);
      }
    }, quietAfterMs);
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, []);
}

/** At once where the browser does not tell (Safari). */
const untilIdle = () =>
  new Promise<void>((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve());
    else resolve();
  });

const phone = "(max-width: 720px)";

/** Who leads lessons, but plans none, opens the phone to lead: once, so that the board stays within reach. */
function useLeaderStartsAtRoom({ permissions }: SignedIn): void {
  const [location, navigate] = useLocation();
  const [start] = useState(location);
  const leads = permissions.includes("sessions.lead") && !permissions.includes("timetable.edit");
  useEffect(() => {
    if (start === "/" && leads && window.matchMedia(phone).matches) navigate("/rooms", { replace: true });
  }, [start, leads, navigate]);
}

export function Shell() {
  usePagesForLater();
  const { t } = useTranslation();
  const client = useQueryClient();
  const account = useAccount();
  const seesRooms = account.permissions.includes("rooms.view");
  useLiveHub(seesRooms);
  useLeaderStartsAtRoom(account);
  const signOut = useHubMutation("signOut");
  const allowed = places.filter(({ permission }) => account.permissions.includes(permission));
  const leave = () =>
    signOut.mutate(
      {},
      {
        onSettled: () => {
          client.clear();
          client.setQueryData(whoAmIKey, null);
        },
      },
    );

  const [changing, setChanging] = useState(false);
  const accountActions = { onSignOut: leave, onChangePassword: () => setChanging(true) };

  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t("app.skipToContent")}
      </a>
      <aside className="shell-side">
        <Link href="/" className="shell-brand">
          <Emblem name="rabbit-face" size={32} />
          <span>
            <strong>Kidsmart</strong>
            <span className="shell-school">{account.school.name}</span>
          </span>
        </Link>
        <PlaceList places={allowed} />
        <div className="shell-foot">
          {seesRooms && <LiveSign />}
          <div className="shell-foot-row">
            <div className="shell-person">
              <strong>{account.displayName}</strong>
              <span>{account.roles.map(({ name }) => name).join(", ")}</span>
            </div>
            <PreferencesMenu account={accountActions} />
          </div>
        </div>
      </aside>
      <div className="shell-main">
        <header className="shell-top">
          <span className="shell-top-brand">
            <Emblem name="rabbit-face" size={24} />
            <span>{account.school.name}</span>
          </span>
          {seesRooms && <LiveSign />}
          <PreferencesMenu account={accountActions} />
        </header>
        {!useLocation()[0].startsWith("/rooms/") && <LiveBanner />}
        {seesRooms && <DiskBanner />}
        <main id="content" className="shell-content" tabIndex={-1}>
          <CrashBoundary key={useLocation()[0]}>
            <Suspense fallback={<PageLoading />}>
              <Pages places={allowed} />
            </Suspense>
          </CrashBoundary>
        </main>
      </div>
      <Suspense fallback={null}>
        {changing && <ChangePasswordDialog onClose={() => setChanging(false)} />}
      </Suspense>
    </div>
  );
}

function Pages({ places: allowed }: { readonly places: readonly Place[] }) {
  const { permissions } = useAccount();
  const [first] = allowed;
  const pages = allowed
    .flatMap(({ pages: ofPlace }) => ofPlace)
    .filter(({ permission }) => permission === undefined || permissions.includes(permission));
  return (
    <Switch>
      {pages.map(({ path, page }) => (
        <Route key={path} path={path} component={page} />
      ))}
      {first !== undefined && (
        <Route path="/">
          <Redirect to={addressOf(first)} replace />
        </Route>
      )}
      <Route component={NoPage} />
    </Switch>
  );
}

function PageLoading() {
  const { t } = useTranslation();
  return (
    <div className="page-loading" role="status" aria-label={t("app.loading")}>
      <Loader size="sm" />
    </div>
  );
}

function NoPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      emblem="owl"
      title={t("error.noPage")}
      hint={t("error.noPageHint")}
      action={
        <Button component={Link} href="/">
          {t("error.toBoard")}
        </Button>
      }
    />
  );
}
