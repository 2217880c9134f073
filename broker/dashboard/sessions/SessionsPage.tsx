// Owns a place that is being built.
export function SessionsPage() {
  return null;
}
