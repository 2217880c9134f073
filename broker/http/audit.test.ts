// Tests that every route that changes something leaves exactly the audit entry people expect. A new changing route does not compile without a line here.
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import WebSocket from "ws";
import type { Api, RouteName } from "../api/api.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

type ChangingRoute = { [Name in RouteName]: Api[Name]["method"] extends "GET" ? never : Name }[RouteName];
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
  const claimed = await enrol();
  const found = served.signIns.find(({ role }) => role === "accountant");
  const person = { username: "nguoi.moi", displayName: "Người Mới", roles: ["teacher"], pin: null };
  const added = await (await client("addStaff", { body: { ...person, username: "co.hoa" } })).json();
  const { staffId } = added as { staffId: string };
  const owner = await served.withPermissions([]);

  return {
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
    sendCommand: {
      actor: officer,
      call: () => client("sendCommand", { params: { deviceId }, body: { name: "identify", seconds: 5 } }),
    },
    createEnrolment: { actor: officer, call: () => client("createEnrolment", { body: order }) },
    withdrawEnrolment: {
      actor: officer,
      call: () => client("withdrawEnrolment", { params: { code: unused } }),
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
