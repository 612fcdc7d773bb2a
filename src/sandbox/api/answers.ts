/** What commands answer; the body may be ignored [S][C]. */
export function answerOk(): Response {
  return Response.json({ ok: 1 });
}
