// Owns a place that is being built.
export function RoomsPage() {
  return null;
}
