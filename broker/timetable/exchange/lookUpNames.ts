// Owns finding what a name in a workbook means, however somebody wrote it. Pure.
import { plainName, type SchoolNames } from "./exchangeNames.ts";

/** The id; undefined when nothing, or more than one thing, is called so. */
export function makeLookUp({ rooms, classes, lessons, periods, classAges }: SchoolNames) {
  const maps = {
    room: Map.groupBy(rooms, ({ name }) => plainName(name)),
    class: Map.groupBy(classes, ({ name }) => plainName(name)),
    period: Map.groupBy(periods, ({ name }) => plainName(name)),
  };
  const lessonsByName = Map.groupBy(lessons, ({ name }) => plainName(name));
  return (
    what: "room" | "class" | "lesson" | "period",
    text: string,
    classId?: string,
  ): string | undefined => {
    const plain = plainName(text);
    if (what === "lesson") {
      const all = lessonsByName.get(plain) ?? [];
      // Lessons of two ages may have one title: the class's age decides.
      const age = classId === undefined ? undefined : classAges[classId];
      return (all.find(({ ageBand }) => ageBand === age) ?? all[0])?.id;
    }
    const word = { room: "phong", class: "lop", period: "tiet" }[what];
    const map = maps[what];
    // "2" for "Tiết 2", "Gấu Trúc" for "Lớp Gấu Trúc", and the other way round.
    const all =
      map.get(plain) ?? map.get(`${word} ${plain}`) ?? map.get(plain.replace(new RegExp(`^${word} `), ""));
    return all?.length === 1 ? all[0]?.id : undefined;
  };
}
