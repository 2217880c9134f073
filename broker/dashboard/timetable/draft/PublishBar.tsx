// Owns the line above the week that says how much of the draft nobody else sees yet.
import { Button } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { Link } from "wouter";
import { usePermission } from "../../account/account.ts";
import { useTexts } from "../texts/useTexts.ts";

export function PublishBar({
  unpublished,
  monday,
}: {
  readonly unpublished: number;
  readonly monday: string;
}) {
  const { t } = useTexts();
  const mayPublish = usePermission("timetable.publish");
  const isPublished = unpublished === 0;
  // The bar stays when there is nothing to publish: the week below must not jump under a hand that drags.
  return (
    <div className={isPublished ? "publish-bar publish-bar-done" : "publish-bar"}>
      <p>
        <strong>{isPublished ? t("draft.barDone") : t("draft.bar", { count: unpublished })}</strong>{" "}
        <span className="soft small">{t(isPublished ? "draft.barDoneHint" : "draft.barHint")}</span>
      </p>
      {!isPublished && (
        <Button
          component={Link}
          href={`/timetable/draft?date=${monday}`}
          size="xs"
          leftSection={<IconSend size={15} />}
        >
          {t(mayPublish ? "draft.open" : "draft.see")}
        </Button>
      )}
    </div>
  );
}
