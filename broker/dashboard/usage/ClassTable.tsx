// Owns what classes did, as a table.
import type { UsageClass } from "../../api/usage.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

export function ClassTable({ classes }: { readonly classes: readonly UsageClass[] }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <div className="table-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th>{t("column.class")}</th>
            <th className="figure">{t("column.sessions")}</th>
            <th className="figure">{t("column.devices")}</th>
            <th className="figure">{t("column.minutes")}</th>
            <th className="figure">{t("column.runs")}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((row) => (
            <tr key={row.classId}>
              <td>
                <span className="usage-class">
                  <Emblem name={row.emblem || "star"} size={24} /> {row.name || t("unknownClass")}
                </span>
              </td>
              <td className="figure">{format.number(row.sessions)}</td>
              <td className="figure">{format.number(row.devices)}</td>
              <td className="figure">{format.number(row.minutes)}</td>
              <td className="figure">{format.number(row.runs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
