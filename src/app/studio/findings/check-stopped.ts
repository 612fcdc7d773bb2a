/** The check cannot go on for want of a page or of a frame, which is nobody's mistake: begun anew, it may well go through. */
export class CheckStopped extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CheckStopped';
  }
}
