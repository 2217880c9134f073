// Owns the page of one device: its head, and the parts of it, which are parts of its address.

import { Alert, Anchor, Tabs } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Suspense, useEffect, useRef } from "react";
import { Link, useParams, useSearchParams } from "wouter";
import type { DevicePage as Device } from "../../api/devices.ts";
import { isCode } from "../client/apiError.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { DeviceTickets } from "../tickets/DeviceTickets.tsx";
import { Asset } from "./Asset.tsx";
import { Commands } from "./Commands.tsx";
import { ConditionCards } from "./ConditionCards.tsx";
import { DeviceHead } from "./DeviceHead.tsx";
import { LiveLoad } from "./LiveLoad.tsx";
import { SoftwareList } from "./SoftwareList.tsx";
import { Timeline } from "./Timeline.tsx";
import { Twins } from "./Twins.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useTitle } from "./useTitle.ts";
import "./device.css";

const CredentialsCard = lazyPart(
  async () => (await import("../enrolment/CredentialsCard.tsx")).CredentialsCard,
);
const UsedTwiceNotice = lazyPart(
  async () => (await import("../enrolment/CredentialsCard.tsx")).UsedTwiceNotice,
);
const Charts = lazyPart(async () => (await import("./Charts.tsx")).Charts);

export function DevicePage() {
  const { common } = useTexts();
  const { deviceId = "" } = useParams<{ deviceId: string }>();
  const device = useHubQuery("showDevice", { params: { deviceId } });
  useTitle(device.data?.name ?? common("devices.title"));
  return (
    <>
      <Anchor component={Link} href="/devices" className="device-back">
        <IconArrowLeft size={16} aria-hidden="true" />
        {common("device.back")}
      </Anchor>
      {device.data !== undefined ? (
        <Content key={device.data.deviceId} device={device.data} />
      ) : isCode(device.error, "NOT_FOUND") || isCode(device.error, "INVALID_INPUT") ? (
        <EmptyState emblem="owl" title={common("device.notFound")} hint={common("device.notFoundHint")} />
      ) : device.isError ? (
        <ErrorState error={device.error} onRetry={() => void device.refetch()} />
      ) : (
        <LoadingRows rows={3} height={180} />
      )}
    </>
  );
}

const parts = ["overview", "condition", "timeline", "twins", "asset"] as const;
type Part = (typeof parts)[number];

function Content({ device }: { readonly device: Device }) {
  const { t, common } = useTexts();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const part = parts.find((one) => one === search.get("part")) ?? "overview";
  const open = (chosen: string | null) =>
    setSearch(chosen === null || chosen === "overview" ? {} : { part: chosen }, { replace: true });
  // On a phone the tabs scroll sideways: the chosen one is brought into sight.
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = list.current?.children[parts.indexOf(part)];
    if (list.current !== null && tab instanceof HTMLElement)
      list.current.scrollLeft = tab.offsetLeft - (list.current.clientWidth - tab.clientWidth) / 2;
  }, [part]);
  return (
    <>
      <DeviceHead device={device} />
      {device.revokedAt !== null && (
        <Alert color="gray" className="device-notice">
          {common("device.revokedOn", { date: format.day(device.revokedAt) })}
        </Alert>
      )}
      <Suspense fallback={null}>
        <UsedTwiceNotice device={device} />
      </Suspense>
      <Tabs value={part} onChange={open} keepMounted={false} className="device-tabs">
        <Tabs.List aria-label={t("tabs.label")} ref={list}>
          {parts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <PartOf device={device} part={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function PartOf({ device, part }: { readonly device: Device; readonly part: Part }) {
  const { deviceId } = device;
  const revoked = device.revokedAt !== null;
  switch (part) {
    case "overview":
      return (
        <div className="device-columns">
          <div className="device-column">
            {!revoked && <LiveLoad device={device} />}
            <Suspense fallback={<LoadingRows rows={2} height={200} />}>
              <Charts deviceId={deviceId} />
            </Suspense>
            <DeviceTickets deviceId={deviceId} mayReport={!revoked} />
          </div>
          <div className="device-column">
            {!revoked && <Commands device={device} />}
            <Suspense fallback={null}>
              <CredentialsCard device={device} />
            </Suspense>
          </div>
        </div>
      );
    case "condition":
      return <ConditionCards deviceId={deviceId} />;
    case "timeline":
      return <Timeline deviceId={deviceId} />;
    case "twins":
      return <Twins device={device} />;
    case "asset":
      return (
        <div className="device-halves">
          <Asset device={device} />
          <SoftwareList deviceId={deviceId} />
        </div>
      );
  }
}
