// Owns the paper with the sample school's sign-ins.

export type SampleSignIn = {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  /** Code of the role. */
  readonly role: string;
  readonly roleName: string;
  /** For the teacher panel. */
  readonly pin?: string;
};

export function signInsText(signIns: readonly SampleSignIn[]): string {
  const blocks = signIns.map(({ username, password, displayName, roleName, pin }) =>
    [
      `${roleName} – ${displayName}`,
      `  Tên đăng nhập: ${username}`,
      `  Mật khẩu:      ${password}`,
      ...(pin === undefined ? [] : [`  Mã PIN ở trạm: ${pin}`]),
    ].join("\n"),
  );
  return `TRƯỜNG MẪU KIDSMART – TÊN ĐĂNG NHẬP

Các mật khẩu này được tạo ngẫu nhiên cho riêng máy này, ở lần chạy đầu tiên.
Người và trường trong bản mẫu đều là hư cấu.

${blocks.join("\n\n")}
`;
}
