// Tests that every route that changes something leaves exactly the audit entry people expect. A new changing route does not compile without a line here.
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import { type StationSentence, stationSentences } from "../../protocol/stationSentences.ts";
import type { Api, RouteName } from "../api/api.ts";
import { tinyJpeg } from "../tickets/photoFixture.ts";
import { silentOpus } from "../voices/opusFixture.ts";
import { alertChanges } from "./alertChangesFixture.ts";
import { type ServedHub, startServedHub, writeBuilt } from "./servedHubFixture.ts";

/** Some questions are posted, for their size or since a device is asked too, and change nothing. */
type ChangingRoute = Exclude<
  { [Name in RouteName]: Api[Name]["method"] extends "GET" ? never : Name }[RouteName],
  "proposeRotation" | "someOfFleet" | "watchDevice"
>;
type Change = { readonly actor: string; readonly call: () => Promise<Response> };

let served: ServedHub;
let socket: WebSocket;
beforeAll(async () => {
  served = await startServedHub();
});
afterAll(async () => {
  socket.terminate();
  await served.close();
});

const officer = "Vũ Đức Khôi";

async function makeChanges(): Promise<Record<ChangingRoute, Change>> {
  const client = await served.as("itOfficer");
  const leaving = await served.as("teacher");
  const read = async <Shape>(name: RouteName) => (await (await client(name)).json()) as Shape;
  const [room] = await read<{ id: string }[]>("listRooms");
  const [schoolClass] = await read<{ id: string }[]>("listClasses");
  const [lesson] = await read<{ id: string }[]>("listLessons");
  const roomId = room?.id ?? "";
  const chosen = { classId: schoolClass?.id, lessonId: lesson?.id };

  const screen = await served.enrolScreen();
  const { deviceId, secret } = screen;
  const address = `${served.hub.url.replace("http", "ws")}/screen/link?device=${deviceId}`;
  socket = new WebSocket(address, `kidsmart.${secret}`);
  await new Promise((resolve) => socket.once("open", resolve));
  const welcomed = new Promise((resolve) => socket.once("message", resolve));
  const have = { plan: 0, config: 0, content: 0 };
  socket.send(JSON.stringify({ type: "hello", kiosk: "0.1.0 (test)", have }));
  await welcomed;

  const order = { deviceName: "Trạm 2", kind: "station", roomId, stationNumber: 2, emblem: "fox" };
  const enrol = async () =>
    ((await (await client("createEnrolment", { body: order })).json()) as { code: string }).code;
  const planner = await served.as("vicePrincipalEducation");
  // A Sunday, on which nothing is planned.
  const [monday, sunday] = ["2027-03-01", "2027-03-07"];
  const changeSlots = (startMinute: number) => {
    const place = { id: v7(), roomId, date: sunday, periodId: null, startMinute, endMinute: startMinute + 5 };
    return client("changeSlots", {
      body: { changes: [{ change: "put", seen: null, slot: { ...place, ...chosen } }] },
    });
  };
  const { changeSet } = (await (await changeSlots(90)).json()) as { changeSet: string };
  await changeSlots(100);
  const unused = await enrol();
  const stationClaim = { code: await enrol(), via: "agent", hostname: "tram-9" };
  const station = (await (await served.stranger("claimEnrolment", { body: stationClaim })).json()) as {
    deviceId: string;
  };
  const ofStation = { params: { deviceId: station.deviceId } };
  const files = { roomId, stations: [{ deviceName: "Trạm 31", stationNumber: 31, emblem: "fox" }] };
  const { fileId } = (await (await client("createEnrolmentFile", { body: files })).json()) as {
    fileId: string;
  };
  const claimed = await enrol();
  const waits = { name: "unlock", wait: "tomorrow" };
  const waiting = (await (
    await client("sendCommand", { params: { deviceId: station.deviceId }, body: waits })
  ).json()) as { id: string };
  const found = served.signIns.find(({ role }) => role === "accountant");
  const person = { username: "nguoi.moi", displayName: "Người Mới", roles: ["teacher"], pin: null };
  const added = await (await client("addStaff", { body: { ...person, username: "co.hoa" } })).json();
  const { staffId } = added as { staffId: string };
  const owner = await served.withPermissions([]);

  const made = async (name: RouteName, body: object) =>
    ((await (await client(name, { body })).json()) as { id: string }).id;
  const schoolNow = await read<{
    years: { id: string; name: string }[];
    periods: { id: string }[];
    closures: { id: string; reason: string }[];
  }>("showSchool");
  const year = (name: string, fromDate: string) => ({
    id: null,
    name,
    terms: [{ name: "Học kỳ I", fromDate, weeks: 2 }],
  });
  await client("putYear", { body: year("2031", "2031-09-01") });
  const closure = (day: string) => ({ fromDate: day, untilDate: day, reason: `Nghỉ ${day}` });
  await client("addClosures", { body: { closures: [closure("2027-06-10")] } });
  const prepared = await read<typeof schoolNow>("showSchool");
  const yearId = prepared.years.find(({ name }) => name === "2031")?.id ?? "";
  const closureId = prepared.closures.find(({ reason }) => reason === "Nghỉ 2027-06-10")?.id ?? "";
  const newRoom = await made("addRoom", { name: "Phòng tạm", kind: "kidsmart" });
  const classOf = (name: string) => ({
    name,
    emblem: "panda",
    ageBand: "4-5",
    children: null,
    homeRoomId: null,
  });
  const newClass = await made("addClass", classOf("Lớp tạm"));
  const plannedClass = { classId: newClass, timesAWeek: 1, lessonIds: [] };
  const rules = {
    fromDate: "2027-04-05",
    untilDate: "2027-04-11",
    roomIds: [newRoom],
    periodIds: schoolNow.periods.map(({ id }) => id),
    weekdays: [1, 2, 3, 4, 5],
    classes: [plannedClass],
    neverAfterLunch: false,
    sameAgeTogether: false,
  };
  const text = { vi: "Đếm con vật", en: "Count the animals" };
  const level = { id: "yard", ageBand: "4-5", title: text, modes: ["explore"], picture: "level/yard.webp" };
  const game = {
    id: "count-animals",
    version: "1.0.0",
    title: text,
    house: "math",
    domains: ["cognition"],
    goal: text,
    modes: ["explore"],
    levels: [level],
    prompts: {},
    icon: "icon.webp",
    files: {},
    hash: "0".repeat(64),
  };
  await writeBuilt(served, "content/catalogue.json", JSON.stringify({ hash: "0".repeat(64), games: [game] }));
  const lessonFields = {
    title: "Sân nhà",
    goal: "",
    ageBand: "4-5",
    minutes: 20,
    domains: ["cognition"],
    games: [{ gameId: "count-animals", level: "yard", mode: "explore" }],
  };
  const notice = {
    title: "Họp",
    text: "",
    picture: "bell",
    fromDate: monday,
    untilDate: sunday,
    classIds: null,
  };
  const noticeId = await made("addNotice", notice);
  const key = { name: "Grafana", permissions: ["devices.view"], days: 30 };
  const accessKeyId = await made("createAccessKey", key);
  const homeAssistant = {
    enabled: false,
    url: "",
    username: "",
    discoveryPrefix: "homeassistant",
    allowCommands: false,
  };
  const nightly = {
    name: "Tắt máy",
    weekdays: [1, 2, 3, 4, 5],
    minute: 1050,
    target: { kind: "school" },
    order: { name: "shutDown" },
    skipClosed: true,
    enabled: true,
  };
  const schedules = {
    changed: await made("addSchedule", nightly),
    removed: await made("addSchedule", { ...nightly, name: "Bật máy", order: { name: "wake" } }),
  };
  const broken = async (thing: string) =>
    (await (await client("openTicket", { body: { thing, roomId } })).json()) as {
      ticketId: string;
      revision: number;
    };
  const things = {
    step: await broken("Máy in"),
    undo: await broken("Máy chiếu"),
    assign: await broken("Loa"),
    comment: await broken("Bàn"),
    photo: await broken("Ghế"),
  };
  await client("stepTicket", {
    params: { ticketId: things.undo.ticketId },
    body: { step: "take", revision: things.undo.revision },
  });
  const record = (promptKey: StationSentence) =>
    client("addRecording", {
      params: { gameId: "station", promptKey },
      body: {
        locale: "vi",
        text: stationSentences[promptKey].vi,
        audio: silentOpus(800).toString("base64"),
      },
    });
  const recorded = async (promptKey: StationSentence) => ({
    recordingId: ((await (await record(promptKey)).json()) as { id: string }).id,
  });
  const takes = {
    approved: await recorded("goodbye"),
    returned: await recorded("paused"),
    withdrawn: await recorded("eye-break"),
  };

  return {
    changeSchool: { actor: officer, call: () => client("changeSchool", { body: { name: "Trường Mới" } }) },
    putYear: { actor: officer, call: () => client("putYear", { body: year("2032", "2032-09-06") }) },
    removeYear: { actor: officer, call: () => client("removeYear", { params: { yearId } }) },
    putPeriods: {
      actor: officer,
      call: () => client("putPeriods", { body: { periods: schoolNow.periods } }),
    },
    addClosures: {
      actor: officer,
      call: () => client("addClosures", { body: { closures: [closure("2027-06-11")] } }),
    },
    removeClosure: { actor: officer, call: () => client("removeClosure", { params: { closureId } }) },
    addRoom: {
      actor: officer,
      call: () => client("addRoom", { body: { name: "Phòng thứ hai", kind: "kidsmart" } }),
    },
    changeRoom: {
      actor: officer,
      call: () => client("changeRoom", { params: { roomId: newRoom }, body: { name: "Phòng đổi tên" } }),
    },
    addClass: { actor: officer, call: () => client("addClass", { body: classOf("Lớp thứ hai") }) },
    changeClass: {
      actor: officer,
      call: () => client("changeClass", { params: { classId: newClass }, body: { children: 12 } }),
    },
    sortClasses: { actor: officer, call: () => client("sortClasses", { body: { classIds: [newClass] } }) },
    addLesson: { actor: officer, call: () => client("addLesson", { body: lessonFields }) },
    changeLesson: {
      actor: officer,
      call: () =>
        client("changeLesson", { params: { lessonId: lesson?.id ?? "" }, body: { goal: "Đếm đến 5" } }),
    },
    takeRotation: { actor: officer, call: () => client("takeRotation", { body: rules }) },
    renewFeeds: { actor: "Trần Minh Khuê", call: () => planner("renewFeeds") },
    putDayPlan: {
      actor: officer,
      call: () => client("putDayPlan", { body: { ageBand: "3-4", activities: [] } }),
    },
    putMenu: {
      actor: officer,
      call: () => client("putMenu", { body: { days: [{ date: monday, meals: [] }] } }),
    },
    addNotice: { actor: officer, call: () => client("addNotice", { body: { ...notice, title: "Hội thi" } }) },
    changeNotice: {
      actor: officer,
      call: () => client("changeNotice", { params: { noticeId }, body: { ...notice, text: "8 giờ" } }),
    },
    approveNotice: {
      actor: "Trần Minh Khuê",
      call: () => planner("approveNotice", { params: { noticeId }, body: { revision: 2 } }),
    },
    withdrawNotice: { actor: officer, call: () => client("withdrawNotice", { params: { noticeId } }) },
    addRecording: { actor: officer, call: () => record("choose-game") },
    approveRecording: {
      actor: "Trần Minh Khuê",
      call: () => planner("approveRecording", { params: takes.approved }),
    },
    returnRecording: {
      actor: "Trần Minh Khuê",
      call: () => planner("returnRecording", { params: takes.returned, body: { reason: "Hơi nhỏ" } }),
    },
    withdrawRecording: {
      actor: officer,
      call: () => client("withdrawRecording", { params: takes.withdrawn }),
    },
    openTicket: { actor: officer, call: () => client("openTicket", { body: { thing: "Quạt", roomId } }) },
    stepTicket: {
      actor: officer,
      call: async () => {
        const { ticketId, revision } = things.step;
        return client("stepTicket", { params: { ticketId }, body: { step: "take", revision } });
      },
    },
    undoTicketStep: {
      actor: officer,
      call: async () => {
        const { ticketId, revision } = things.undo;
        return client("undoTicketStep", { params: { ticketId }, body: { revision: revision + 1 } });
      },
    },
    assignTicket: {
      actor: officer,
      call: async () => {
        const { ticketId, revision } = things.assign;
        return client("assignTicket", { params: { ticketId }, body: { staffId: null, revision } });
      },
    },
    commentTicket: {
      actor: officer,
      call: async () => {
        const { ticketId } = things.comment;
        return client("commentTicket", { params: { ticketId }, body: { text: "Gãy chân" } });
      },
    },
    addTicketPhoto: {
      actor: officer,
      call: async () => {
        const { ticketId } = things.photo;
        return client("addTicketPhoto", {
          params: { ticketId },
          body: { photo: tinyJpeg().toString("base64") },
        });
      },
    },
    ...(await alertChanges(served, client, officer)),
    checkReadiness: { actor: officer, call: () => client("checkReadiness", { params: { roomId } }) },
    signIn: {
      actor: found?.displayName ?? "",
      call: () =>
        served.stranger("signIn", { body: { username: found?.username, password: found?.password } }),
    },
    signOut: { actor: "Đặng Mai Chi", call: () => leaving("signOut") },
    giveOrder: {
      actor: officer,
      call: () =>
        client("giveOrder", {
          params: { roomId },
          body: { order: "start", ...chosen, headcount: null, stationsInUse: null },
        }),
    },
    changeDevice: {
      actor: officer,
      call: () => client("changeDevice", { params: { deviceId }, body: { name: "Tivi" } }),
    },
    changeFleet: {
      actor: officer,
      call: () => client("changeFleet", { body: { changes: [{ deviceId, values: { name: "Tivi lớn" } }] } }),
    },
    sendCommand: {
      actor: officer,
      call: () => client("sendCommand", { params: { deviceId }, body: { name: "identify", seconds: 5 } }),
    },
    sendCommands: {
      actor: officer,
      call: () =>
        client("sendCommands", {
          body: { target: { kind: "room", roomId }, order: { name: "unlock" }, wait: "quarter" },
        }),
    },
    cancelCommand: {
      actor: officer,
      call: async () => client("cancelCommand", { params: { commandId: waiting.id } }),
    },
    addSchedule: { actor: officer, call: () => client("addSchedule", { body: nightly }) },
    changeSchedule: {
      actor: officer,
      call: () =>
        client("changeSchedule", { params: { scheduleId: schedules.changed }, body: { minute: 1020 } }),
    },
    removeSchedule: {
      actor: officer,
      call: () => client("removeSchedule", { params: { scheduleId: schedules.removed } }),
    },
    createAccessKey: { actor: officer, call: () => client("createAccessKey", { body: key }) },
    removeAccessKey: {
      actor: officer,
      call: () => client("removeAccessKey", { params: { accessKeyId } }),
    },
    changeHomeAssistant: {
      actor: officer,
      call: () => client("changeHomeAssistant", { body: homeAssistant }),
    },
    testHomeAssistant: {
      actor: officer,
      call: () =>
        // Nobody listens there.
        client("testHomeAssistant", { body: { ...homeAssistant, url: "mqtt://127.0.0.1:9" } }),
    },
    createEnrolment: { actor: officer, call: () => client("createEnrolment", { body: order }) },
    withdrawEnrolment: {
      actor: officer,
      call: () => client("withdrawEnrolment", { params: { code: unused } }),
    },
    rotateSecret: { actor: officer, call: () => client("rotateSecret", ofStation) },
    settleUsedTwice: { actor: officer, call: () => client("settleUsedTwice", ofStation) },
    createReplacement: { actor: officer, call: () => client("createReplacement", ofStation) },
    createEnrolmentFile: { actor: officer, call: () => client("createEnrolmentFile", { body: files }) },
    withdrawEnrolmentFile: {
      actor: officer,
      call: () => client("withdrawEnrolmentFile", { params: { fileId } }),
    },
    claimEnrolment: {
      actor: "Trạm 2",
      call: () =>
        served.stranger("claimEnrolment", { body: { code: claimed, via: "agent", hostname: "tram-2" } }),
    },
    changeSlots: { actor: officer, call: () => changeSlots(60) },
    undoChanges: { actor: officer, call: () => client("undoChanges", { body: { changeSet } }) },
    publishTimetable: {
      actor: "Trần Minh Khuê",
      call: () => planner("publishTimetable", { body: { fromDate: monday, untilDate: sunday } }),
    },
    copyWeek: {
      actor: officer,
      call: () =>
        client("copyWeek", {
          body: { fromMonday: monday, toMondays: ["2027-03-08"], roomIds: [roomId], mode: "fill" },
        }),
    },
    discardDraft: {
      actor: officer,
      call: () => client("discardDraft", { body: { fromDate: "2027-03-08", untilDate: "2027-03-14" } }),
    },
    addStaff: { actor: officer, call: () => client("addStaff", { body: person }) },
    changeStaff: {
      actor: officer,
      call: () => client("changeStaff", { params: { staffId }, body: { roles: ["gradeHead"] } }),
    },
    setStaffPin: {
      actor: officer,
      call: () => client("setStaffPin", { params: { staffId }, body: { pin: "260417" } }),
    },
    resetStaffPassword: {
      actor: officer,
      call: () => client("resetStaffPassword", { params: { staffId } }),
    },
    changeOwnPassword: {
      actor: "Người Thử",
      call: () =>
        owner("changeOwnPassword", {
          body: { currentPassword: "mot-hai-ba", newPassword: "bon-nam-sau-bay" },
        }),
    },
    revokeDevice: { actor: officer, call: () => client("revokeDevice", { params: { deviceId } }) },
    removeRoom: {
      actor: officer,
      call: async () => {
        // What was planned there would keep it.
        await served.hub.store.query.deleteFrom("slot").where("roomId", "=", newRoom).execute();
        return client("removeRoom", { params: { roomId: newRoom } });
      },
    },
  };
}

test("each change leaves one audit entry that names who made it", async () => {
  const changes = await makeChanges();
  const entries = () =>
    served.hub.store.query
      .selectFrom("audit")
      .orderBy("id")
      .select(["id", "actor", "action", "subject"])
      .execute();
  for (const [name, { actor, call }] of Object.entries(changes)) {
    const before = new Set((await entries()).map(({ id }) => id));
    const answer = await call();
    expect([name, answer.ok], await answer.text()).toEqual([name, true]);
    const added = (await entries()).filter(({ id }) => !before.has(id));
    expect([name, added.map((entry) => entry.actor)]).toEqual([name, [actor]]);
    expect(added[0]?.subject).not.toBe("");
  }
});

test("the audit log is read newest first, page by page", async () => {
  const client = await served.as("principal");
  const page = async (before?: number) => {
    const query = { limit: "2", ...(before === undefined ? {} : { before: String(before) }) };
    return (await (await client("listAudit", { query })).json()) as { at: number; detail: unknown }[];
  };
  const first = await page();
  expect(first).toHaveLength(2);
  const second = await page(first[1]?.at);
  expect(second[0]?.at).toBeLessThan(first[1]?.at ?? 0);
  expect(typeof first[0]?.detail).toBe("object");
});
