// Owns the head of a page: title, a line below it, and what can be done here.
import { type ReactNode, useEffect } from "react";

type PageHeaderProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
};

export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Kidsmart`;
  }, [title]);
  return (
    <header className="page-header">
      <div className="page-header-words">
        <h1>{title}</h1>
        {lead !== undefined && <div className="page-header-lead">{lead}</div>}
      </div>
      {actions !== undefined && <div className="page-header-actions">{actions}</div>}
    </header>
  );
}
