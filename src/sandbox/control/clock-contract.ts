import * as v from 'valibot';

/** Answer of `GET /panel/api/clock` and of a move: the sandbox's time, and what it is ahead of real time by. */
export const clockSchema = v.object({ now: v.string(), offsetMs: v.number() });
export type ClockReading = v.InferOutput<typeof clockSchema>;

const tenYearsInSeconds = 10 * 365 * 24 * 60 * 60;

/** Body of `POST /panel/api/clock/advance`. It answers when everything that fell due is done. */
export const clockAdvanceSchema = v.object({
  seconds: v.pipe(
    v.number(),
    v.minValue(0, 'the clock goes forward only'),
    v.maxValue(tenYearsInSeconds, 'ten years at a time, not more'),
  ),
});
