// Owns the assignment of n classes to n places at the least total cost (the Hungarian method with potentials, O(n³)). Pure.

/** `cost(row, column)` for 0 ≤ row, column < size; the column of each row. */
export function assignCheapest(size: number, cost: (row: number, column: number) => number): number[] {
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  /** Row of each column, from 1; 0 for none. */
  const rowOf = new Int32Array(size + 1);
  const cameFrom = new Int32Array(size + 1);
  const costs = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) costs[row * size + column] = cost(row, column);
  const least = new Float64Array(size + 1);
  const used = new Uint8Array(size + 1);
  // Typed arrays of known length: an index below is always inside.
  const at = (array: Float64Array | Int32Array, index: number) => array[index] as number;

  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    least.fill(Number.POSITIVE_INFINITY);
    used.fill(0);
    do {
      used[column] = 1;
      const current = at(rowOf, column);
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= size; other++) {
        if (used[other] === 1) continue;
        const reduced =
          at(costs, (current - 1) * size + other - 1) -
          at(rowPotential, current) -
          at(columnPotential, other);
        if (reduced < at(least, other)) {
          least[other] = reduced;
          cameFrom[other] = column;
        }
        if (at(least, other) < step) {
          step = at(least, other);
          next = other;
        }
      }
      for (let other = 0; other <= size; other++)
        if (used[other] === 1) {
          const seen = at(rowOf, other);
          rowPotential[seen] = at(rowPotential, seen) + step;
          columnPotential[other] = at(columnPotential, other) - step;
        } else least[other] = at(least, other) - step;
      column = next;
    } while (at(rowOf, column) !== 0);
    do {
      const before = at(cameFrom, column);
      rowOf[column] = at(rowOf, before);
      column = before;
    } while (column !== 0);
  }
  const columns: number[] = new Array(size).fill(0);
  for (let column = 1; column <= size; column++) columns[at(rowOf, column) - 1] = column - 1;
  return columns;
}
