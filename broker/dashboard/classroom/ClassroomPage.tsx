// Owns the page of classroom screens: day, menu, notices, and how a class's screen looks.
import { Tabs } from "@mantine/core";
import { IconBell, IconClock, IconDeviceTv, IconToolsKitchen2 } from "@tabler/icons-react";
import { useState } from "react";
import { usePermission } from "../account/account.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { DayTab } from "./DayTab.tsx";
import { MenuTab } from "./MenuTab.tsx";
import { NoticesTab } from "./NoticesTab.tsx";
import { PreviewTab } from "./PreviewTab.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./classroom.css";

const tabs = [
  { name: "day", icon: IconClock, page: DayTab },
  { name: "menu", icon: IconToolsKitchen2, page: MenuTab },
  { name: "notices", icon: IconBell, page: NoticesTab },
  { name: "preview", icon: IconDeviceTv, page: PreviewTab },
] as const;

export function ClassroomPage() {
  const { t } = useTexts();
  // Whoever approves comes for what waits.
  const approves = usePermission("notices.approve");
  const [tab, setTab] = useState<string | null>(approves ? "notices" : "day");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {/* Kept while another tab is looked at: what was typed stays typed. */}
      <Tabs value={tab} onChange={setTab} keepMounted className="classroom-tabs">
        <Tabs.List>
          {tabs.map(({ name, icon: Icon }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Icon size={18} stroke={1.75} />}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name, page: TabPage }) => (
          <Tabs.Panel key={name} value={name} pt="md">
            <TabPage />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
