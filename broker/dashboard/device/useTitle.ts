// Owns the tab's title on pages whose head is not the usual one.
import { useEffect } from "react";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Kidsmart`;
  }, [title]);
}
