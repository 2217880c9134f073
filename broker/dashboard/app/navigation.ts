// Owns the list of the dashboard's places: address, name, picture, who may see it, and the pages that open there.
//
// A new place is ONE entry here, one name `nav.<name>` (and `nav.<name>Short` for narrow screens, if it is long) in text/vi.ts and en.ts,
// and nothing else: the side, the phone's bar with its "more" sheet, the addresses and the quiet fetching of pages for later
// all follow from this list. A page is loaded when it is first opened, so its code and words cost the first load nothing.
import {
  type Icon,
  IconBellRinging,
  IconCalendarWeek,
  IconDeviceDesktop,
  IconDeviceTv,
  IconHandClick,
  IconHistory,
  IconHorseToy,
  IconLayoutGrid,
  IconListDetails,
  IconMailExclamation,
  IconMicrophone,
  IconNotebook,
  IconPlugConnected,
  IconPuzzle,
  IconSchool,
  IconTool,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Permission } from "../../api/permissions.ts";
import { lazyPart } from "../client/lazyPart.ts";
import type { vi } from "../text/vi.ts";

/** In the order of the side. */
export const placeGroups = ["rooms", "machines", "plan", "screens", "admin"] as const;
export type PlaceGroup = (typeof placeGroups)[number];

type NavKey = keyof (typeof vi)["nav"];

type PlacePage = {
  /** The first page's path is where the place leads. */
  readonly path: string;
  readonly page: ComponentType;
  /** Beside the place's own. */
  readonly permission?: Permission;
  /** Fetched while nothing else happens, so that it opens at once, also while the hub is away. */
  readonly fetchLater: (() => Promise<unknown>) | null;
};

export type Place = {
  readonly name: NavKey;
  readonly short?: NavKey;
  readonly group: PlaceGroup;
  readonly icon: Icon;
  readonly permission: Permission;
  /** More specific paths stand before those with a parameter. */
  readonly pages: readonly [PlacePage, ...PlacePage[]];
};

type PageOptions = { readonly permission?: Permission; readonly later?: boolean };

/** `later: false`: for a page that few people open. */
function page(
  path: string,
  load: () => Promise<ComponentType>,
  { permission, later = true }: PageOptions = {},
): PlacePage {
  const fetchLater = later ? load : null;
  return { path, page: lazyPart(load), fetchLater, ...(permission === undefined ? {} : { permission }) };
}

export const places: readonly Place[] = [
  {
    name: "board",
    group: "rooms",
    icon: IconLayoutGrid,
    permission: "rooms.view",
    pages: [page("/", async () => (await import("../board/BoardPage.tsx")).BoardPage)],
  },
  {
    name: "lead",
    short: "leadShort",
    group: "rooms",
    icon: IconHandClick,
    permission: "sessions.lead",
    pages: [
      page("/rooms", async () => (await import("../lead/RoomsPage.tsx")).RoomsPage),
      page("/rooms/:roomId", async () => (await import("../lead/RoomPage.tsx")).RoomPage),
    ],
  },
  {
    name: "sessions",
    group: "rooms",
    icon: IconListDetails,
    permission: "sessions.view",
    pages: [page("/sessions", async () => (await import("../sessions/SessionsPage.tsx")).SessionsPage)],
  },
  {
    name: "devices",
    group: "machines",
    icon: IconDeviceDesktop,
    permission: "devices.view",
    pages: [
      page("/devices", async () => (await import("../devices/DevicesPage.tsx")).DevicesPage),
      page("/devices/schedules", async () => (await import("../commands/SchedulesPage.tsx")).SchedulesPage, {
        permission: "devices.command",
        later: false,
      }),
      page("/devices/:deviceId", async () => (await import("../device/DevicePage.tsx")).DevicePage),
    ],
  },
  {
    name: "alerts",
    group: "machines",
    icon: IconBellRinging,
    permission: "alerts.view",
    pages: [
      page("/alerts", async () => (await import("../alerts/AlertsPage.tsx")).AlertsPage),
      page("/alerts/history", async () => (await import("../alerts/HistoryPage.tsx")).HistoryPage, {
        later: false,
      }),
      page("/alerts/rules", async () => (await import("../alerts/RulesPage.tsx")).RulesPage, {
        later: false,
      }),
      page("/alerts/channels", async () => (await import("../alerts/ChannelsPage.tsx")).ChannelsPage, {
        permission: "alerts.manage",
        later: false,
      }),
      page(
        "/alerts/maintenance",
        async () => (await import("../alerts/MaintenancePage.tsx")).MaintenancePage,
        {
          later: false,
        },
      ),
      page("/alerts/:alertId", async () => (await import("../alerts/AlertPage.tsx")).AlertPage),
    ],
  },
  {
    name: "tickets",
    group: "machines",
    icon: IconTool,
    permission: "tickets.report",
    pages: [
      page("/tickets", async () => (await import("../tickets/TicketsPage.tsx")).TicketsPage),
      page("/tickets/:ticketId", async () => (await import("../tickets/TicketPage.tsx")).TicketPage),
    ],
  },
  {
    name: "usage",
    group: "machines",
    icon: IconNotebook,
    permission: "devices.view",
    pages: [page("/usage", async () => (await import("../usage/UsagePage.tsx")).UsagePage)],
  },
  {
    name: "timetable",
    short: "timetableShort",
    group: "plan",
    icon: IconCalendarWeek,
    permission: "timetable.view",
    pages: [
      page("/timetable", async () => (await import("../timetable/TimetablePage.tsx")).TimetablePage),
      page("/timetable/month", async () => (await import("../timetable/month/MonthPage.tsx")).MonthPage, {
        later: false,
      }),
      page("/timetable/term", async () => (await import("../timetable/term/TermPage.tsx")).TermPage, {
        later: false,
      }),
      page("/timetable/draft", async () => (await import("../timetable/draft/DraftPage.tsx")).DraftPage, {
        later: false,
      }),
      page("/timetable/print", async () => (await import("../timetable/print/PrintPage.tsx")).PrintPage, {
        later: false,
      }),
      page("/timetable/rotation", async () => (await import("../rotation/RotationPage.tsx")).RotationPage, {
        permission: "timetable.edit",
        later: false,
      }),
      page("/timetable/:roomId", async () => (await import("../timetable/TimetablePage.tsx")).TimetablePage),
    ],
  },
  {
    name: "lessons",
    group: "plan",
    icon: IconPuzzle,
    permission: "timetable.view",
    pages: [page("/lessons", async () => (await import("../lessons/LessonsPage.tsx")).LessonsPage)],
  },
  {
    name: "games",
    group: "plan",
    icon: IconHorseToy,
    permission: "sessions.view",
    // Not /games: there lie the games themselves.
    pages: [
      page("/houses", async () => (await import("../games/GamesPage.tsx")).GamesPage),
      page("/houses/:gameId", async () => (await import("../games/GamePage.tsx")).GamePage, { later: false }),
    ],
  },
  {
    name: "setup",
    group: "plan",
    icon: IconSchool,
    permission: "school.manage",
    pages: [page("/setup", async () => (await import("../setup/SetupPage.tsx")).SetupPage, { later: false })],
  },
  {
    name: "classroom",
    short: "classroomShort",
    group: "screens",
    icon: IconDeviceTv,
    permission: "rooms.view",
    pages: [page("/classroom", async () => (await import("../classroom/ClassroomPage.tsx")).ClassroomPage)],
  },
  {
    name: "voices",
    group: "screens",
    icon: IconMicrophone,
    permission: "voices.view",
    pages: [page("/voices", async () => (await import("../voices/VoicesPage.tsx")).VoicesPage)],
  },
  {
    name: "staff",
    short: "staffShort",
    group: "admin",
    icon: IconUsers,
    permission: "staff.manage",
    pages: [page("/staff", async () => (await import("../staff/StaffPage.tsx")).StaffPage)],
  },
  {
    name: "integrations",
    group: "admin",
    icon: IconPlugConnected,
    permission: "integrations.manage",
    pages: [
      page(
        "/integrations",
        async () => (await import("../integrations/IntegrationsPage.tsx")).IntegrationsPage,
        {
          later: false,
        },
      ),
    ],
  },
  {
    name: "audit",
    short: "auditShort",
    group: "admin",
    icon: IconHistory,
    permission: "audit.view",
    pages: [page("/audit", async () => (await import("../records/AuditPage.tsx")).AuditPage)],
  },
  {
    name: "quarantine",
    short: "quarantineShort",
    group: "admin",
    icon: IconMailExclamation,
    permission: "quarantine.view",
    pages: [page("/quarantine", async () => (await import("../records/QuarantinePage.tsx")).QuarantinePage)],
  },
];

export const addressOf = ({ pages: [first] }: Place): string => first.path;

/** The place an address belongs to: "/" is itself only. */
export function isAt(place: Place, location: string): boolean {
  const address = addressOf(place);
  return address === "/" ? location === "/" : location === address || location.startsWith(`${address}/`);
}

/** Those in the phone's bar: the first ones; where all fit there is no need of "more". */
export function splitForPhone(allowed: readonly Place[]): {
  readonly bar: readonly Place[];
  readonly more: readonly Place[];
} {
  if (allowed.length <= 5) return { bar: allowed, more: [] };
  const bar = phoneFirst
    .flatMap((name) => allowed.filter((place) => place.name === name))
    .concat(allowed.filter(({ name }) => !phoneFirst.includes(name)))
    .slice(0, 4);
  return { bar, more: allowed.filter((place) => !bar.includes(place)) };
}

/** What people do with the phone in the hand. */
const phoneFirst: readonly NavKey[] = ["lead", "board", "tickets", "timetable", "sessions"];
