// Owns the rotation benchmark: 30 classes, 35 weeks, 2 rooms, planned from nothing and again after a change by hand.
import { exampleTerm, makeExampleIds } from "../broker/timetable/rotation/exampleTerm.ts";
import { planRotation } from "../broker/timetable/rotation/generate.ts";
import { runRotation } from "../broker/timetable/rotation/runRotation.ts";
import { type Benchmark, median } from "./benchmark.ts";

const runs = 9;
const timeOf = (work: () => unknown) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

export const rotationBenchmark: Benchmark = {
  name: "rotation",
  aims: {
    milliseconds: { atMost: 2_000 },
    throughThreadMs: { atMost: 2_000 },
    ownThreadMs: { atMost: 50 },
    missing: { atMost: 0 },
    countSpread: { atMost: 1 },
  },
  async measure() {
    const facts = exampleTerm({ classes: 30, rooms: 2 });
    const { plan, quality } = planRotation(facts, makeExampleIds());
    const cold = Array.from({ length: runs }, () => timeOf(() => planRotation(facts, makeExampleIds())));

    // Somebody moved the first slot of every tenth day by hand; the rest should stay where it was.
    const touched = plan.slots.map((slot, place) =>
      place % 50 === 0
        ? { ...slot, origin: "hand" as const, startMinute: 660, endMinute: 690, periodId: null }
        : slot,
    );
    const afterHand = { ...facts, slots: touched };
    const again = planRotation(afterHand, makeExampleIds(6)).plan;
    const where = new Map(
      plan.slots.map((slot) => [slot.id, `${slot.date} ${slot.roomId} ${slot.startMinute}`]),
    );
    const stayed = again.slots.filter(
      ({ id, date, roomId, startMinute }) => where.get(id) === `${date} ${roomId} ${startMinute}`,
    ).length;
    const warm = Array.from({ length: runs }, () => timeOf(() => planRotation(afterHand, makeExampleIds(6))));

    // What the hub's own thread does for one plan; the rest happens beside it. CPU time: others on this machine do not count.
    const threaded: number[] = [];
    const ownThread: number[] = [];
    for (let run = 0; run < runs; run++) {
      const before = process.threadCpuUsage();
      threaded.push((await runRotation(facts)).tookMs);
      const { user, system } = process.threadCpuUsage(before);
      ownThread.push((user + system) / 1000);
    }

    return {
      figures: {
        milliseconds: median(cold),
        againMilliseconds: median(warm),
        throughThreadMs: median(threaded),
        ownThreadMs: median(ownThread),
        slots: plan.slots.length,
        stayedPercent: (100 * stayed) / (plan.slots.length - Math.ceil(plan.slots.length / 50)),
        ...quality,
      },
    };
  },
};
