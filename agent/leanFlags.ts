// Owns the V8 flags the agent is started with: it shares a 4 GB computer with thirty children's games,
// and works a few milliseconds a minute. Memory is what it must save, not CPU (ADR 0017).

/**
 * No optimising compilers: their threads and machine code cost about 15 MiB and pay off only in hot loops.
 * Small bounds on the heap: V8 otherwise lets garbage grow for as long as the machine has memory.
 */
export const leanFlags: readonly string[] = [
  "--no-opt",
  "--no-maglev",
  "--max-semi-space-size=1",
  "--max-old-space-size=96",
];
