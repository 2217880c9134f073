// Owns the typing of text keys: `t("board.title")` is checked against vi.ts.
import type { vi as alerts } from "../alerts/texts/vi.ts";
import type { vi as classroom } from "../classroom/texts/vi.ts";
import type { vi as commands } from "../commands/texts/vi.ts";
import type { vi as device } from "../device/texts/vi.ts";
import type { vi as fleet } from "../devices/texts/vi.ts";
import type { vi as enrolment } from "../enrolment/texts/vi.ts";
import type { vi as exchange } from "../exchange/texts/vi.ts";
import type { vi as games } from "../games/texts/vi.ts";
import type { vi as integrations } from "../integrations/texts/vi.ts";
import type { vi as lead } from "../lead/texts/vi.ts";
import type { vi as lessons } from "../lessons/texts/vi.ts";
import type { vi as rotation } from "../rotation/texts/vi.ts";
import type { vi as sessions } from "../sessions/texts/vi.ts";
import type { vi as setup } from "../setup/texts/vi.ts";
import type { vi as tickets } from "../tickets/texts/vi.ts";
import type { vi as timetable } from "../timetable/texts/vi.ts";
import type { vi as usage } from "../usage/texts/vi.ts";
import type { vi as voices } from "../voices/texts/vi.ts";
import type { vi } from "./vi.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: {
      translation: typeof vi;
      alerts: typeof alerts;
      tickets: typeof tickets;
      timetable: typeof timetable;
      classroom: typeof classroom;
      rotation: typeof rotation;
      games: typeof games;
      integrations: typeof integrations;
      lead: typeof lead;
      lessons: typeof lessons;
      sessions: typeof sessions;
      commands: typeof commands;
      enrolment: typeof enrolment;
      exchange: typeof exchange;
      device: typeof device;
      fleet: typeof fleet;
      setup: typeof setup;
      usage: typeof usage;
      voices: typeof voices;
    };
    strictKeyChecks: false;
  }
}
