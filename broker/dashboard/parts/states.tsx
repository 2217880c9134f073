// Owns what a page shows instead of its content: empty, failed, loading.
import { Button, Skeleton } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Emblem } from "./Emblem.tsx";
import { useErrorText } from "./errorText.ts";

type EmptyStateProps = {
  readonly title: string;
  readonly hint: string;
  readonly emblem: string;
  readonly action?: ReactNode;
};

export function EmptyState({ title, hint, emblem, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Emblem name={emblem} size={56} />
      <h2>{title}</h2>
      <p>{hint}</p>
      {action}
    </div>
  );
}

export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <div className="empty-state" role="alert">
      <IconPlugConnectedX size={48} stroke={1.5} aria-hidden="true" />
      <h2>{t("error.title")}</h2>
      <p>{errorText(error)}</p>
      <Button variant="default" onClick={onRetry}>
        {t("app.retry")}
      </Button>
    </div>
  );
}

export function LoadingRows({ rows, height }: { readonly rows: number; readonly height: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading-rows" role="status" aria-label={t("app.loading")}>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <Skeleton key={index} height={height} radius="md" />
      ))}
    </div>
  );
}
