// Owns what carries a sign-in: the cookie, unreadable for scripts and never sent by another site's page, or another program's key.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SignInCookie } from "./routeHandlers.ts";

const name = "kidsmart";

export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[name];

/** `Authorization: Bearer …`, as other programs send it. */
export const accessKeyOf = (request: FastifyRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];

export function signInCookie(request: FastifyRequest, reply: FastifyReply): SignInCookie {
  // Session cookie without an expiry of its own: a shared staff-room computer forgets it with the browser.
  const options = {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: request.protocol === "https",
  } as const;
  return {
    token: tokenOf(request),
    set: (token) => void reply.setCookie(name, token, options),
    clear: () => void reply.clearCookie(name, options),
  };
}
