// Owns the frame of a signed-in page: places at the side (below on a phone), live state, and the page itself.

import { Button, Loader } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { useAccount, usePermission } from "../account/account.ts";
import { useHubMutation, useHubQuery, whoAmIKey } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { useLiveHub } from "../client/useLiveHub.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { EmptyState } from "../parts/states.tsx";
import { CrashBoundary } from "./CrashBoundary.tsx";
import { LiveBanner, LiveSign } from "./LiveSign.tsx";
import { type Place, places } from "./navigation.ts";
import { PreferencesMenu } from "./PreferencesMenu.tsx";
import "./shell.css";

const BoardPage = lazyPart(async () => (await import("../board/BoardPage.tsx")).BoardPage);
const DevicesPage = lazyPart(async () => (await import("../devices/DevicesPage.tsx")).DevicesPage);
const DevicePage = lazyPart(async () => (await import("../device/DevicePage.tsx")).DevicePage);
const TimetablePage = lazyPart(async () => (await import("../timetable/TimetablePage.tsx")).TimetablePage);
const MonthPage = lazyPart(async () => (await import("../timetable/month/MonthPage.tsx")).MonthPage);
const TermPage = lazyPart(async () => (await import("../timetable/term/TermPage.tsx")).TermPage);
const DraftPage = lazyPart(async () => (await import("../timetable/draft/DraftPage.tsx")).DraftPage);
const PrintPage = lazyPart(async () => (await import("../timetable/print/PrintPage.tsx")).PrintPage);
const RotationPage = lazyPart(async () => (await import("../rotation/RotationPage.tsx")).RotationPage);
const ClassroomPage = lazyPart(async () => (await import("../classroom/ClassroomPage.tsx")).ClassroomPage);
const StaffPage = lazyPart(async () => (await import("../staff/StaffPage.tsx")).StaffPage);
const AuditPage = lazyPart(async () => (await import("../records/AuditPage.tsx")).AuditPage);
const ChangePasswordDialog = lazyPart(
  async () => (await import("../account/ChangePasswordDialog.tsx")).ChangePasswordDialog,
);
const QuarantinePage = lazyPart(async () => (await import("../records/QuarantinePage.tsx")).QuarantinePage);

/** Fetched while nothing else happens, so that every page opens at once, also while the hub is away. */
const pagesForLater = [
  () => import("../devices/DevicesPage.tsx"),
  () => import("../device/DevicePage.tsx"),
  () => import("../timetable/TimetablePage.tsx"),
  () => import("../classroom/ClassroomPage.tsx"),
  () => import("../staff/StaffPage.tsx"),
  () => import("../records/AuditPage.tsx"),
  () => import("../records/QuarantinePage.tsx"),
];
const quietAfterMs = 2_500;

function usePagesForLater(): void {
  useEffect(() => {
    // A page that fails now is asked for again when somebody opens it.
    const timer = window.setTimeout(() => {
      void Promise.allSettled(pagesForLater.map((load) => load()));
    }, quietAfterMs);
    return () => window.clearTimeout(timer);
  }, []);
}

export function Shell() {
  usePagesForLater();
  const { t } = useTranslation();
  const client = useQueryClient();
  const account = useAccount();
  const seesRooms = account.permissions.includes("rooms.view");
  useLiveHub(seesRooms);
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
        <div className="shell-top">
          <span className="shell-top-brand">
            <Emblem name="rabbit-face" size={24} />
            <span>{account.school.name}</span>
          </span>
          {seesRooms && <LiveSign />}
          <PreferencesMenu account={accountActions} />
        </div>
        <LiveBanner />
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
  const may = (name: Place["name"]) => allowed.some((place) => place.name === name);
  const mayPlan = usePermission("timetable.edit");
  const [first] = allowed;
  return (
    <Switch>
      {may("board") && <Route path="/" component={BoardPage} />}
      {may("devices") && <Route path="/devices" component={DevicesPage} />}
      {may("devices") && <Route path="/devices/:deviceId" component={DevicePage} />}
      {may("timetable") && <Route path="/timetable" component={TimetablePage} />}
      {may("timetable") && <Route path="/timetable/month" component={MonthPage} />}
      {may("timetable") && <Route path="/timetable/term" component={TermPage} />}
      {may("timetable") && <Route path="/timetable/draft" component={DraftPage} />}
      {may("timetable") && <Route path="/timetable/print" component={PrintPage} />}
      {mayPlan && <Route path="/timetable/rotation" component={RotationPage} />}
      {may("timetable") && <Route path="/timetable/:roomId" component={TimetablePage} />}
      {may("classroom") && <Route path="/classroom" component={ClassroomPage} />}
      {may("staff") && <Route path="/staff" component={StaffPage} />}
      {may("audit") && <Route path="/audit" component={AuditPage} />}
      {may("quarantine") && <Route path="/quarantine" component={QuarantinePage} />}
      {!may("board") && first !== undefined && (
        <Route path="/">
          <Redirect to={first.path} replace />
        </Route>
      )}
      <Route component={NoPage} />
    </Switch>
  );
}

function PlaceList({ places: allowed }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const account = useAccount();
  const sees = account.permissions.includes("rooms.view") && account.permissions.includes("quarantine.view");
  const quarantined = useHubQuery("board", {}, { enabled: sees }).data?.quarantined ?? 0;
  const isHere = (path: string) => (path === "/" ? location === "/" : location.startsWith(path));
  return (
    <nav className="shell-places" aria-label={t("app.navigation")}>
      {allowed.map(({ path, name, icon: Icon }) => (
        <Link key={path} href={path} className="shell-place" aria-current={isHere(path) ? "page" : undefined}>
          <span className="shell-place-icon">
            <Icon size={21} stroke={1.75} aria-hidden="true" />
            {name === "quarantine" && quarantined > 0 && (
              <span className="shell-badge" title={t("nav.quarantineCount", { count: quarantined })}>
                {quarantined > 99 ? "99+" : quarantined}
              </span>
            )}
          </span>
          <span className="shell-place-long">{t(`nav.${name}`)}</span>
          <span className="shell-place-short" aria-hidden="true">
            {t(shortName[name])}
          </span>
        </Link>
      ))}
    </nav>
  );
}

const shortName = {
  board: "nav.board",
  devices: "nav.devices",
  timetable: "nav.timetableShort",
  classroom: "nav.classroomShort",
  staff: "nav.staffShort",
  audit: "nav.auditShort",
  quarantine: "nav.quarantineShort",
} as const;

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
