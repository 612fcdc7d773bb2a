/** Whether a text can be somebody's or something's name: of a length and make that every system on the way can keep. */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= 200 && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** Whether a text is one of IDnGO's words or codes, such as `onHold`, and nobody's sentence. */
export function isCode(text: string): boolean {
  return /^[\w.:-]{1,100}$/.test(text);
}
