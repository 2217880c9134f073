// Owns the routes of the school's frame: years, hours, closures, rooms, classes.
import type { schoolRoutes } from "../../api/school.ts";
import type { SchoolClasses } from "../../school/classes.ts";
import type { SchoolFrame } from "../../school/frame.ts";
import type { SchoolRooms } from "../../school/rooms.ts";
import type { Handlers } from "../routeHandlers.ts";

export type SchoolServices = {
  readonly frame: SchoolFrame;
  readonly rooms: SchoolRooms;
  readonly classes: SchoolClasses;
};

export function schoolHandlers({
  frame,
  rooms,
  classes,
}: SchoolServices): Handlers<keyof typeof schoolRoutes> {
  return {
    showSchool: async () => ({ ok: true, value: await frame.show() }),
    changeSchool: ({ actor, body }) => frame.change(actor, body),
    putYear: ({ actor, body }) => frame.putYear(actor, body),
    removeYear: ({ actor, params }) => frame.removeYear(actor, params.yearId),
    putPeriods: ({ actor, body }) => frame.putPeriods(actor, body.periods),
    addClosures: ({ actor, body }) => frame.addClosures(actor, body.closures),
    removeClosure: ({ actor, params }) => frame.removeClosure(actor, params.closureId),
    proposeHolidays: ({ query }) => frame.holidays(query.from, query.until),
    addRoom: ({ actor, body }) => rooms.add(actor, body),
    changeRoom: ({ actor, params, body }) => rooms.change(actor, params.roomId, body),
    removeRoom: ({ actor, params }) => rooms.remove(actor, params.roomId),
    listWholeClasses: async () => ({ ok: true, value: await classes.list() }),
    addClass: ({ actor, body }) => classes.add(actor, body),
    changeClass: ({ actor, params, body }) => classes.change(actor, params.classId, body),
    sortClasses: ({ actor, body }) => classes.sort(actor, body.classIds),
  };
}
