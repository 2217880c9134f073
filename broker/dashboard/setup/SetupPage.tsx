// Owns the page on which a school is set up: its tabs, and the frame they all show.
import { Tabs } from "@mantine/core";
import {
  IconBeach,
  IconCalendar,
  IconClock,
  IconDoor,
  IconHourglass,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useHubQuery } from "../client/hubQuery.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { ClassesTab } from "./classes/ClassesTab.tsx";
import { ClosuresTab } from "./closures/ClosuresTab.tsx";
import { HoursTab } from "./hours/HoursTab.tsx";
import { RoomsTab } from "./rooms/RoomsTab.tsx";
import { ScreenTimeTab } from "./screenTime/ScreenTimeTab.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { YearsTab } from "./years/YearsTab.tsx";
import "./setup.css";

const tabs = [
  { name: "years", icon: IconCalendar, page: YearsTab },
  { name: "hours", icon: IconClock, page: HoursTab },
  { name: "closures", icon: IconBeach, page: ClosuresTab },
  { name: "rooms", icon: IconDoor, page: RoomsTab },
  { name: "classes", icon: IconUsersGroup, page: ClassesTab },
  { name: "screenTime", icon: IconHourglass, page: ScreenTimeTab },
] as const;

/** The tab stands in the address, so that other pages and a reload lead to it. */
const tabInAddress = () => tabs.find(({ name }) => `#${name}` === window.location.hash)?.name ?? tabs[0].name;

export function SetupPage() {
  const { t } = useTexts();
  const query = useHubQuery("showSchool", {});
  const school = query.data;
  const [tab, setTab] = useState<string>(tabInAddress);
  const list = useRef<HTMLDivElement>(null);
  // On a phone the tabs are wider than the screen.
  useEffect(() => {
    list.current
      ?.querySelector(`[data-tab="${tab}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [tab]);
  const open = (name: string | null) => {
    if (name === null) return;
    setTab(name);
    window.history.replaceState(null, "", `#${name}`);
  };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {/* Kept while another tab is looked at: what was typed stays typed. */}
      <Tabs value={tab} onChange={open} keepMounted className="setup-tabs">
        <Tabs.List ref={list}>
          {tabs.map(({ name, icon: Icon }) => (
            <Tabs.Tab key={name} value={name} data-tab={name} leftSection={<Icon size={18} stroke={1.75} />}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {school !== undefined &&
          tabs.map(({ name, page: TabPage }) => (
            <Tabs.Panel key={name} value={name} pt="md">
              <TabPage school={school} />
            </Tabs.Panel>
          ))}
      </Tabs>
      {school === undefined &&
        (query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <div className="setup-loading">
            <LoadingRows rows={3} height={120} />
          </div>
        ))}
    </>
  );
}
