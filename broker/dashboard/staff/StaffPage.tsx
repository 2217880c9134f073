// Owns the page of the people who use Kidsmart: who may sign in, as what, and who has a PIN.
import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { type StaffAction, StaffTable } from "./StaffTable.tsx";
import "./staff.css";

const AddStaffDialog = lazyPart(async () => (await import("./AddStaffDialog.tsx")).AddStaffDialog);
const EditStaffDialog = lazyPart(async () => (await import("./EditStaffDialog.tsx")).EditStaffDialog);
const PinDialog = lazyPart(async () => (await import("./PinDialog.tsx")).PinDialog);
const ResetPasswordDialog = lazyPart(
  async () => (await import("./ResetPasswordDialog.tsx")).ResetPasswordDialog,
);
const LockOutDialog = lazyPart(async () => (await import("./LockOutDialog.tsx")).LockOutDialog);

export function StaffPage() {
  const { t } = useTranslation();
  const staff = useHubQuery("listStaff", {});
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<{ readonly action: StaffAction; readonly member: StaffMember } | null>(
    null,
  );
  const close = () => setOpen(null);
  const people = staff.data;
  const active = people?.filter(({ disabledAt }) => disabledAt === null) ?? [];
  const withoutPin = active.filter(({ hasPin }) => !hasPin).length;
  return (
    <>
      <PageHeader
        title={t("staff.title")}
        lead={
          people && (
            <>
              {t("staff.count", { count: active.length })}
              {withoutPin === active.length && ` · ${t("staff.nobodyHasPin")}`}
            </>
          )
        }
        actions={
          <Button leftSection={<IconUserPlus size={17} />} onClick={() => setAdding(true)}>
            {t("staff.add")}
          </Button>
        }
      />
      {people !== undefined ? (
        <StaffTable people={people} onAction={(action, member) => setOpen({ action, member })} />
      ) : staff.isError ? (
        <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />
      ) : (
        <LoadingRows rows={6} height={48} />
      )}
      <Suspense fallback={null}>
        {adding && <AddStaffDialog people={people ?? []} onClose={() => setAdding(false)} />}
        {open?.action === "edit" && <EditStaffDialog member={open.member} onClose={close} />}
        {open?.action === "pin" && <PinDialog member={open.member} onClose={close} />}
        {open?.action === "password" && <ResetPasswordDialog member={open.member} onClose={close} />}
        {open?.action === "lockOut" && <LockOutDialog member={open.member} onClose={close} />}
      </Suspense>
    </>
  );
}
