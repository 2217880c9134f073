// Owns the tables' types. TEXT ids, integer milliseconds, JSON as TEXT: the same schema serves SQLite and PostgreSQL (ADR 0008).

/** One row: the school this hub serves. */
export type SchoolTable = {
  id: string;
  name: string;
  /** IANA zone. */
  zone: string;
  createdAt: number;
};

export type RoleTable = {
  /** e.g. "itOfficer". */
  code: string;
  name: string;
  /** JSON array of permissions: a role is data, and a school may change it. */
  permissions: string;
};

export type StaffTable = {
  id: string;
  username: string;
  displayName: string;
  /** scrypt string; see runtime/secret.ts. */
  passwordVerifier: string;
  /** scrypt string for the teacher panel; null when the person has no PIN. */
  pinVerifier: string | null;
  createdAt: number;
  disabledAt: number | null;
};

export type StaffRoleTable = { staffId: string; roleCode: string };

export type SignInTable = {
  /** SHA-256 hex of the opaque cookie value: a stolen database opens no session. */
  tokenHash: string;
  staffId: string;
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
};

export type RoomTable = { id: string; name: string; kind: string; position: number };

export type SchoolClassTable = {
  id: string;
  name: string;
  emblem: string;
  ageBand: string;
  position: number;
  /** Its own classroom; null when it has none here. */
  homeRoomId: string | null;
  /** On the register: what a headcount starts from. Null when nobody said. */
  children: number | null;
  /** When the class ended, UTC ms: it keeps its past and is offered no more. */
  archivedAt: number | null;
};

export type LessonTable = {
  id: string;
  title: string;
  goal: string;
  ageBand: string;
  minutes: number;
  /** JSON array of { gameId, level, mode }. */
  games: string;
  /** JSON array of curriculum domains. */
  domains: string;
  archivedAt: number | null;
};

/** One row a school year; the newest that has begun or will begin next counts. */
export type SchoolYearTable = {
  id: string;
  name: string;
  /** First Monday of its first term: years are in this order. */
  fromDate: string;
  /** JSON array of { name, fromDate, weeks }. */
  terms: string;
};

/** A period of the school's day. */
export type PeriodTable = {
  id: string;
  position: number;
  /** "Tiết 1". */
  name: string;
  summerStart: number;
  summerEnd: number;
  winterStart: number;
  winterEnd: number;
  /** 1: right after lunch and sleep, when no class should be planned by the rotation. */
  afterLunch: number;
};

/** The school's rules that are single values: JSON by name (broker/school/settings.ts). */
export type SettingTable = { name: string; value: string };

/** The draft: what planners see and change. */
export type SlotTable = {
  id: string;
  roomId: string;
  date: string;
  /** Null: at hours of its own. */
  periodId: string | null;
  startMinute: number;
  endMinute: number;
  classId: string;
  lessonId: string;
  /** hand | generator */
  origin: string;
  /** Counts its changes: whoever changes a slot says which one they saw. */
  revision: number;
  changedBy: string;
  changedAt: number;
};

/** What was published: what devices, feeds and everybody else see. */
export type PublishedSlotTable = Omit<SlotTable, "revision" | "changedBy" | "changedAt" | "origin">;

/** Slots that were removed from the draft, so that somebody who still shows one is told who removed it. */
export type RemovedSlotTable = { id: string; revision: number; changedBy: string; changedAt: number };

/** What one action of a planner changed in the draft, and how to take it back. */
export type SlotChangeSetTable = {
  id: string;
  at: number;
  actor: string;
  staffId: string | null;
  /** copyWeek | rotation | import | hand | undo | discard */
  kind: string;
  count: number;
  /** JSON array of { id, before: PlacedSlot | null, afterRevision }. */
  inverse: string;
  undoneAt: number | null;
};

export type ClosureTable = { id: string; fromDate: string; untilDate: string; reason: string };

/** Thời gian biểu of an age band; JSON array of DayActivity (protocol/documents/classroom.ts). */
export type DayPlanTable = { ageBand: string; activities: string };

/** JSON array of Meal. */
export type MenuDayTable = { date: string; meals: string };

export type NoticeTable = {
  id: string;
  title: string;
  text: string;
  picture: string;
  /** JSON array of class ids; null for every class. */
  classIds: string | null;
  fromDate: string;
  untilDate: string;
  /** draft | approved | withdrawn */
  state: string;
  createdBy: string;
  /** Staff id; null for nobody's. */
  authorId: string | null;
  /** Up with every change of what it says. */
  revision: number;
  createdAt: number;
  approvedBy: string | null;
  approvedAt: number | null;
};

/** One take of a sentence by one person; never changed, only judged, withdrawn or replaced (ADR 0027). */
export type VoiceRecordingTable = {
  id: string;
  /** vi | en */
  locale: string;
  /** The sentence as it was read aloud: what the recording is for. */
  text: string;
  /** Where it was recorded: a game, or "station" for what stations say themselves. */
  gameId: string;
  promptKey: string;
  /** Name of the file in hub/voices. */
  sha256: string;
  bytes: number;
  durationMs: number;
  /** waiting | approved | returned | withdrawn | replaced */
  state: string;
  recordedBy: string;
  /** Staff id; null for nobody's. */
  recordedById: string | null;
  recordedAt: number;
  /** Who approved it or sent it back. */
  judgedBy: string | null;
  judgedAt: number | null;
  /** Why it was sent back. */
  reason: string | null;
};

export type DeviceTable = {
  id: string;
  name: string;
  kind: string;
  roomId: string | null;
  stationNumber: number | null;
  emblem: string;
  /** SHA-256 hex. The secret is 256 random bits, so a slow hash would only slow reconnects. */
  secretHash: string;
  /** agent | web */
  via: string;
  allowReboot: number;
  /** 1: pictures of the kiosk's window may be asked for. */
  allowScreenshot: number;
  enrolledAt: number;
  revokedAt: number | null;
  /** Last known, so that the board is right after a hub restart: online | lost | stopped | neverSeen. */
  reachability: string;
  lastSeenAt: number | null;
  boot: string | null;
  run: number | null;
  agentVersion: string | null;
  kioskVersion: string | null;
  /** Device clock minus hub clock, ms. */
  clockErrorMs: number | null;
  /** Uptime zero of `boot` by the hub's clock, UTC ms (ADR 0006). */
  bootStartedAt: number | null;
  /** JSON of the newest inventory record's body. */
  inventory: string | null;
};

/** A key of another program (ADR 0038). */
export type AccessKeyTable = {
  id: string;
  /** What it is for. */
  name: string;
  /** JSON array of permissions. */
  permissions: string;
  /** SHA-256 hex: a stolen database opens nothing. */
  tokenHash: string;
  /** The token's first characters, to tell keys apart. */
  beginsWith: string;
  /** Who made it: it never holds more than this person. */
  staffId: string;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
};

export type EnrolmentTable = {
  /** Eight characters without the dash. */
  code: string;
  deviceName: string;
  kind: string;
  roomId: string | null;
  stationNumber: number | null;
  emblem: string;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
  deviceId: string | null;
  /** The device whose place and history the new machine takes over; null for a new device. */
  replacesId: string | null;
  /** Codes of one file for a USB stick have this in common; null for a single code. */
  fileId: string | null;
};

/** Credentials of a device beside the secret in use; no row while nothing is to be told. */
export type CredentialTable = {
  deviceId: string;
  /** When the secret in use was given, UTC ms; null: at the enrolment. */
  secretSince: number | null;
  /** Since when somebody wants a new secret; null when nobody does. */
  askedAt: number | null;
  /** SHA-256 hex of the secret that was offered and not used yet. */
  nextHash: string | null;
  /** Until when it may be used, UTC ms. */
  nextUntil: number | null;
  /** When two machines used the credentials at the same time; null when they did not, or a person has dealt with it. */
  usedTwiceAt: number | null;
  /** JSON array of their addresses. */
  usedTwiceFrom: string | null;
};

/** Desired documents: one row a device and document, version + 1 at each change (ADR 0002). */
export type DesiredTable = {
  deviceId: string;
  doc: string;
  version: number;
  /** JSON. */
  body: string;
  changedAt: number;
};

export type CommandTable = {
  id: string;
  deviceId: string;
  name: string;
  /** JSON of the whole command as sent. */
  body: string;
  issuedBy: string;
  issuedAt: number;
  expiresAt: number;
  /** queued | sent | done | failed | refused | expired | unknown | cancelled */
  state: string;
  detail: string;
  finishedAt: number | null;
  /** When it was first sent to the device, UTC ms; null while it waits. */
  sentAt: number | null;
  scheduleId: string | null;
  /** screenshot | logs; null until its file came, and for commands that bring none. */
  fileKind: string | null;
  /** Name of the file in hub/command-files; null again when its days are over. */
  fileSha256: string | null;
  fileBytes: number | null;
  fileAt: number | null;
  /** 1: also where a lesson runs. */
  insisted: number;
};

/** Commands that are given every week by themselves. */
export type CommandScheduleTable = {
  id: string;
  name: string;
  /** JSON array of ISO weekdays. */
  weekdays: string;
  minute: number;
  /** JSON of ScheduleTarget. */
  target: string;
  /** JSON of CommandOrder. */
  command: string;
  skipClosed: number;
  enabled: number;
  /** Up to when what was due has been dealt with, UTC ms. */
  lookedAt: number;
  /** JSON of ScheduleOutcome; null before its first time. */
  outcome: string | null;
};

/** How far each stream is committed (ADR 0001). */
export type WatermarkTable = { stream: string; deviceId: string; upto: number; changedAt: number };

/** Every record but health samples, as it came. */
export type RecordTable = {
  /** Identity given where it was made, or `<stream>.<seq>` for what the agent itself made. */
  id: string;
  stream: string;
  seq: number;
  deviceId: string;
  type: string;
  /** Device's wall clock. */
  at: number;
  /** Corrected by the hub (ADR 0006). */
  correctedAt: number;
  mono: number;
  boot: string;
  receivedAt: number;
  /** JSON. */
  body: string;
};

/** Consecutive health samples of one device, as they came in one batch. */
export type HealthRunTable = {
  deviceId: string;
  /** Earliest corrected time of its samples, UTC ms. */
  fromAt: number;
  stream: string;
  /** Sample n has this number plus n. */
  firstSeq: number;
  /** JSON: per sample [correctedAt − fromAt, at − fromAt, CPU %, memory %, disk MiB, °C, KiB in, KiB out, kiosk]. */
  samples: string;
};

/** No run is longer: samples from `from` on stand in runs whose `fromAt` is at least `from − longestHealthRunMs`. */
export const longestHealthRunMs = 2 * 3_600_000;

/** A view: each sample of healthRun as a row. Bound `runFromAt`, or every run of the device is read. */
export type HealthView = {
  deviceId: string;
  runFromAt: number;
  stream: string;
  seq: number;
  /** Device's wall clock. */
  at: number;
  correctedAt: number;
  cpuPercent: number;
  memoryPercent: number;
  diskFreeMiB: number | null;
  temperatureC: number | null;
  receivedKiB: number | null;
  sentKiB: number | null;
  kiosk: string;
};

/** The sums of a device's samples over a span; tenths of percent and °C, MiB of free disk. */
type HealthSums = {
  deviceId: string;
  /** Minutes measured. */
  samples: number;
  cpuCount: number;
  cpuSum: number;
  cpuMin: number | null;
  cpuMax: number | null;
  memoryCount: number;
  memorySum: number;
  memoryMin: number | null;
  memoryMax: number | null;
  diskCount: number;
  diskSum: number;
  diskMin: number | null;
  diskMax: number | null;
  temperatureCount: number;
  temperatureSum: number;
  temperatureMin: number | null;
  temperatureMax: number | null;
  receivedKiB: number;
  sentKiB: number;
  /** Minutes in each state of the kiosk. */
  off: number;
  starting: number;
  waiting: number;
  menu: number;
  game: number;
  break: number;
  warning: number;
  goodbye: number;
  panel: number;
  stuck: number;
};

/** Changed in the transaction that stores the samples; kept for two years (ADR 0037). `hour`: corrected, whole hours since 1970 UTC. */
export type HealthHourTable = HealthSums & { hour: number };

/** As hours, and kept for ever: a row a day is little. `date`: the school's day. */
export type HealthDayTable = HealthSums & { date: string };

/** A device's day of use, whenever its records came (ADR 0037). */
export type UsageDayTable = {
  /** The school's day. */
  date: string;
  deviceId: string;
  /** Where it stood when the day's first record came. */
  roomId: string | null;
  /** First and last sign of life, corrected, UTC ms; null on a day of which only a power loss is known. */
  firstAt: number | null;
  lastAt: number | null;
  /** Samples: minutes in which it was on. */
  onMinutes: number;
  /** Of those, in a lesson. */
  lessonMinutes: number;
  /** Bit n: on at some time in the nth ten minutes after 0:00, 8:00 and 16:00. */
  onSlots0: number;
  onSlots8: number;
  onSlots16: number;
  powerLosses: number;
  /** Game runs, and how long they took. */
  runs: number;
  playedMs: number;
};

/** A lesson at one device; `sessionId` and `classId` are empty for games that were played outside of lessons. */
export type UsageSessionTable = {
  date: string;
  deviceId: string;
  sessionId: string;
  roomId: string | null;
  classId: string;
  /** Corrected, UTC ms: what was told first and last of it. */
  openedAt: number;
  lastAt: number;
  closedAt: number | null;
  /** Time children could play there; 0 until the kiosk said. */
  playedMs: number;
  runs: number;
  gameMs: number;
};

/** A lesson as it happened in a room: the projection of its stations' session records. */
export type SessionTable = {
  id: string;
  roomId: string | null;
  classId: string;
  lessonId: string;
  slotId: string | null;
  source: string;
  openedAt: number;
  closedAt: number | null;
  headcount: number | null;
  /** When somebody counted in the lesson (corrected, UTC ms); 0 while the headcount is only what the lesson began with. */
  countedAt: number;
  /** The longest that children could play at one of its stations, ms; null until a station said. */
  playedMs: number | null;
  /** When a station last said which lesson it was (corrected, UTC ms): the teacher may have chosen another one in between. */
  lessonAt: number;
};

/**
 * How games were used: the sums of game runs by the hour in which they ended, with no station in it (ADR 0028).
 * Changed in the transaction that stores the runs.
 */
export type GameUseTable = {
  /** Corrected end of the run, whole hours since 1970 UTC: days and weeks of any zone are made of them. */
  hour: number;
  gameId: string;
  level: string;
  /** explore | quiz */
  mode: string;
  /** Empty: played without a class. */
  classId: string;
  /** Of the children; empty when it is not known. */
  ageBand: string;
  runs: number;
  /** Played to the game's own end. What is neither finished, left nor faulted was stopped by the lesson or the teacher. */
  finished: number;
  /** Left by the child before the end. */
  leftEarly: number;
  /** Closed for a fault. */
  faulted: number;
  playedMs: number;
  rounds: number;
  correctFirstTry: number;
  hints: number;
  /** Rounds of runs that say how long they took and how often the way was shown: older stations do not. */
  toldRounds: number;
  shownHow: number;
  roundsMs: number;
};

/** One row a room: the last lesson that somebody led there. */
export type RoomLeadTable = {
  roomId: string;
  /** JSON of LessonLead. */
  lead: string;
  /** When all of it was ended by hand, UTC ms; null while nobody did. */
  endedAt: number | null;
  /** Who gave the order that made it: a person's id, or "hub". */
  issuedBy: string;
  /** JSON of PastSession[]: lessons of the room beside this one. */
  past: string;
};

/** The newest check of each device. */
export type ReadinessTable = {
  deviceId: string;
  /** Corrected, UTC ms. */
  at: number;
  sessionId: string | null;
  /** JSON of the record's checks. */
  checks: string;
};

/** The newest record of each device of the kinds that say how it is now, changed in the transaction that stores it. */
export type NewestRecordTable = {
  deviceId: string;
  /** condition | software */
  type: string;
  /** Corrected, UTC ms. */
  at: number;
  /** JSON of the record's body. */
  body: string;
};

/** When a device came and went: the last state of each minute in which it changed. */
export type PresenceTable = {
  deviceId: string;
  /** `at` in whole minutes. */
  minute: number;
  /** Hub's clock, UTC ms. */
  at: number;
  /** online | lost | stopped */
  state: string;
};

/** Running totals that would be slow to count, e.g. "records"; changed in the transaction they count. */
export type FigureTable = { name: string; value: number };

export type QuarantineTable = {
  id: string;
  /** SHA-256 hex of topic and payload: a repeat only counts. */
  fingerprint: string;
  at: number;
  deviceId: string | null;
  topic: string;
  code: string;
  detail: string;
  bytes: number;
  excerpt: string;
  count: number;
};

export type AuditTable = {
  id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  /** JSON. */
  detail: string;
};

/** A broken-device report until it is closed (ADR 0034). */
export type TicketTable = {
  id: string;
  /** What people call it by; counts up. */
  number: number;
  /** BrokenPart. */
  part: string;
  /** What it is, where there is no device; else empty. */
  thing: string;
  note: string;
  deviceId: string | null;
  deviceName: string | null;
  roomId: string | null;
  classId: string | null;
  /** A code of the flow's states. */
  state: string;
  waitsFor: string | null;
  assigneeId: string | null;
  assignee: string | null;
  /** First report, corrected, UTC ms. */
  openedAt: number;
  openedBy: string;
  openedById: string | null;
  /** station | web | alert */
  source: string;
  /** How often it was reported. */
  reports: number;
  changedAt: number;
  /** When it last came to a state that waits for acceptance. */
  fixedAt: number | null;
  closedAt: number | null;
  revision: number;
  /** JSON of TicketSnapshot: pruning what it was made of does not lose it. */
  snapshot: string;
};

/** Never changed, never deleted. */
export type TicketEventTable = {
  /** In the order they were written. */
  id: string;
  ticketId: string;
  at: number;
  kind: string;
  actor: string;
  staffId: string | null;
  step: string | null;
  fromState: string | null;
  toState: string | null;
  text: string;
  /** JSON of what a step replaced, so that it can be taken back. */
  before: string | null;
};

/** Which records and reports of people are counted on which ticket. */
export type TicketReportTable = {
  /** The record's id where a station reported it. */
  id: string;
  ticketId: string;
  /** Corrected, UTC ms. */
  at: number;
  staffId: string | null;
};

export type TicketPhotoTable = {
  id: string;
  ticketId: string;
  /** Name of the file in hub/ticketPhotos. */
  sha256: string;
  bytes: number;
  /** image/jpeg | image/webp */
  type: string;
  addedBy: string;
  addedById: string | null;
  addedAt: number;
};

export type TicketAlertTable = { alertId: string; ticketId: string };

/** Whose tickets a person looks after. */
export type StaffScopeTable = {
  staffId: string;
  /** gradeBlock | class */
  kind: string;
  /** An age band, or a class's id. */
  value: string;
};

/** What is watched (broker/api/alerts.ts). */
export type AlertRuleTable = {
  id: string;
  name: string;
  measure: string;
  setThreshold: number;
  clearThreshold: number;
  setForSeconds: number;
  clearForSeconds: number;
  /** urgent | warning | info */
  severity: string;
  /** JSON of DeviceGroup. */
  deviceGroup: string;
  /** always | schoolHours | beforeLesson */
  times: string;
  enabled: number;
  changedBy: string;
  changedAt: number;
};

/** One alert: of a device, or of the cause that many devices share; those devices then have rows of their own under it. */
export type AlertTable = {
  id: string;
  ruleId: string;
  /** As it was called then, as the subject and the room. */
  ruleName: string;
  measure: string;
  severity: string;
  /** device | room | school | hub */
  subjectKind: string;
  subjectId: string;
  subjectName: string;
  roomId: string | null;
  roomName: string | null;
  /** The alert it is folded under; null: it is told itself. */
  causeId: string | null;
  sinceAt: number;
  openedAt: number;
  clearedAt: number | null;
  value: number | null;
  /** That were folded under it, counted once each. */
  devices: number;
  flapping: number;
  acknowledgedBy: string | null;
  acknowledgedAt: number | null;
  note: string | null;
  snoozedUntil: number | null;
};

/** Since when something that counts by days has been so, for what is not told yet. */
export type AlertOnsetTable = { ruleId: string; subjectId: string; at: number };

export type AlertChannelTable = {
  id: string;
  name: string;
  enabled: number;
  /** JSON array of severities. */
  severities: string;
  /** JSON of { startMinute, endMinute }; null: none. */
  quiet: string | null;
  urgentAlways: number;
  tellsCleared: number;
  /** JSON of ChannelSettings; nothing secret. */
  settings: string;
  /** Sealed with the key beside the database (broker/alerts/channelSecrets.ts). */
  secret: string | null;
  createdAt: number;
  sentAt: number | null;
  lastError: string | null;
  /** In a row. */
  failures: number;
  /** Nothing is tried before, UTC ms. */
  nextTryAt: number;
};

/** The outbox: what has to be told on which channel. */
export type AlertMessageTable = {
  id: string;
  channelId: string;
  alertId: string;
  /** opened | cleared | still */
  event: string;
  at: number;
  severity: string;
  /** Messages that went, or go, out as one. */
  parcelId: string | null;
  sentAt: number | null;
};

export type MaintenanceWindowTable = {
  id: string;
  reason: string;
  /** JSON of maintenancePlace. */
  place: string;
  /** JSON of maintenanceTime. */
  time: string;
  createdBy: string;
  createdAt: number;
};

export type Tables = {
  school: SchoolTable;
  role: RoleTable;
  staff: StaffTable;
  staffRole: StaffRoleTable;
  signIn: SignInTable;
  room: RoomTable;
  schoolClass: SchoolClassTable;
  lesson: LessonTable;
  schoolYear: SchoolYearTable;
  period: PeriodTable;
  setting: SettingTable;
  slot: SlotTable;
  publishedSlot: PublishedSlotTable;
  removedSlot: RemovedSlotTable;
  slotChangeSet: SlotChangeSetTable;
  closure: ClosureTable;
  dayPlan: DayPlanTable;
  menuDay: MenuDayTable;
  notice: NoticeTable;
  voiceRecording: VoiceRecordingTable;
  device: DeviceTable;
  accessKey: AccessKeyTable;
  enrolment: EnrolmentTable;
  credential: CredentialTable;
  desired: DesiredTable;
  command: CommandTable;
  commandSchedule: CommandScheduleTable;
  watermark: WatermarkTable;
  record: RecordTable;
  healthRun: HealthRunTable;
  health: HealthView;
  healthHour: HealthHourTable;
  healthDay: HealthDayTable;
  usageDay: UsageDayTable;
  usageSession: UsageSessionTable;
  session: SessionTable;
  gameUse: GameUseTable;
  roomLead: RoomLeadTable;
  readiness: ReadinessTable;
  newestRecord: NewestRecordTable;
  presence: PresenceTable;
  figure: FigureTable;
  quarantine: QuarantineTable;
  audit: AuditTable;
  alertRule: AlertRuleTable;
  alert: AlertTable;
  alertOnset: AlertOnsetTable;
  alertChannel: AlertChannelTable;
  alertMessage: AlertMessageTable;
  maintenanceWindow: MaintenanceWindowTable;
  ticket: TicketTable;
  ticketEvent: TicketEventTable;
  ticketReport: TicketReportTable;
  ticketPhoto: TicketPhotoTable;
  ticketAlert: TicketAlertTable;
  staffScope: StaffScopeTable;
};
