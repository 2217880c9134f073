// Owns doing work one piece after the other: two at once would judge by a timetable that the other one is changing.

/** Each caller has its own failure; the next one does not inherit it. */
export function makeInTurn(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
