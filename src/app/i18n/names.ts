/** What browsers lack in a language: months, how a day is written, and countries by their alpha-2 code. */
export interface Names {
  months: string;
  day: string;
  dayAndYear: string;
  countries: Readonly<Record<string, string>>;
}
