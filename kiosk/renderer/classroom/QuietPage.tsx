// Owns the classroom screen when there is no day: night, weekend, holiday, or nothing written yet.
import { useDayPart } from "../scene/useDaylight.ts";
import { timeText } from "./classroomWords.ts";
import type { ClassroomView } from "./dayView.ts";
import { Nothing } from "./Nothing.tsx";
import { useClassroomWords } from "./useClassroom.ts";

export function QuietPage({ view }: { readonly view: Exclude<ClassroomView, { kind: "day" }> }) {
  const words = useClassroomWords();
  const night = useDayPart() === "night";
  const opens = (time: string | null) =>
    "opens" in view && view.opens !== null ? words.opens(view.opens, time) : "";
  switch (view.kind) {
    case "empty":
      return view.missing === "class" ? (
        <Nothing picture="owl" title={words.emptyClassTitle} text={words.emptyClassText} />
      ) : (
        <Nothing picture="owl" title={words.emptyDayTitle} text={words.emptyDayText} />
      );
    case "holiday":
      return (
        <Nothing
          picture={night ? "sleeping-face" : "party-popper"}
          title={view.reason === "" ? words.holiday : view.reason}
          text={[view.reason === "" ? "" : words.holiday, opens(null)]
            .filter((each) => each !== "")
            .join(". ")}
        />
      );
    case "weekend":
      return <Nothing picture={night ? "sleeping-face" : "kite"} title={words.weekend} text={opens(null)} />;
    case "closed":
      return (
        <Nothing
          picture={night ? "sleeping-face" : view.when === "before" ? "school" : "waving-hand"}
          title={view.when === "before" && !night ? words.goodMorning : words.goodNight}
          text={opens(timeText(view.opensMinute))}
        />
      );
  }
}
