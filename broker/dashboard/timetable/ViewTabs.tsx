// Owns the way between week, month and term.
import { Link } from "wouter";
import { useTexts } from "./texts/useTexts.ts";

const views = [
  { name: "week", path: "/timetable" },
  { name: "month", path: "/timetable/month" },
  { name: "term", path: "/timetable/term" },
] as const;

export function ViewTabs({ view }: { readonly view: (typeof views)[number]["name"] }) {
  const { t } = useTexts();
  return (
    <nav className="view-tabs" aria-label={t("view.label")}>
      {views.map(({ name, path }) => (
        <Link key={name} href={path} className="view-tab" aria-current={name === view ? "page" : undefined}>
          {t(`view.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
