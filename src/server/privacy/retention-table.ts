/** How long rows of a table are kept. `past` is the SQL that finds those to delete, `$1` the moment before which they are too old. */
export type Rule =
  | { kind: 'delete'; afterDays: number; past: string }
  | { kind: 'expires'; past: string }
  | { kind: 'with-person' }
  | { kind: 'for-ever' };

export interface TableRetention {
  /** What a row is, and why it is kept. */
  is: string;
  why: string;
  /** The first that applies to a row. */
  rules: readonly Rule[];
  /** What each column holds. */
  columns: Readonly<Record<string, string>>;
}

const day = 1;
const year = 365 * day;
export const daysKeptAfterDeletion = 30 * day;
export const daysKeptUnused = 5 * year;
const daysDeletedDraftsAreKept = 30 * day;

/**
 * Everything that is kept, how long, and what happens then: the one statement of it, which the job in `retention.ts`
 * carries out and a test holds against the database, column by column. `with-person` rows are deleted when the person is
 * erased: when asked for, 30 days after IDnGO deleted them, or 5 years after their last change.
 */
export const retentionTable: Readonly<Record<string, TableRetention>> = {
  verifications: {
    is: 'one person at one level, as people see it',
    why: 'it is what the host product and the person are told',
    rules: [{ kind: 'with-person' }],
    columns: {
      id: 'ours; says nothing',
      external_user_id: 'the host product’s id of the person',
      level_name: 'which steps are asked for',
      status: 'what the person is told',
      remedy: 'what the person can do about a withdrawn approval',
      changed_at: 'since when',
      approved_at: 'when an approval that was withdrawn had been given, which the person is told',
      revision: 'orders what browsers are told',
      arrived_at: 'when what changed it arrived here, for the lag until it is shown',
      changed_in: 'the transaction of the last change, by which streams ask what is new',
      created_at: 'first visit or first delivery',
      check_at: 'when IDnGO is asked next',
      check_cause: 'why it is asked',
      checks_made: 'how often it was asked since the last change',
    },
  },
  events: {
    is: 'what happened to a person, each event once',
    why: 'a status is the sum of all of them',
    rules: [
      { kind: 'delete', afterDays: 90 * day, past: 'external_user_id is null and recorded_at < $1' },
      { kind: 'with-person' },
    ],
    columns: {
      key: 'a hash of what the event says, so that it counts once',
      delivery_id: 'where it came from, while that is kept',
      status_check_id: 'where it came from, while that is kept',
      external_user_id: 'the host product’s id of the person; null until somebody introduces the applicant',
      applicant_id: 'IDnGO’s id of the person',
      type: 'IDnGO’s name of it',
      kind: 'what it means to us',
      level_name: 'the level it speaks of',
      happened_at: 'when, by IDnGO’s clock',
      recorded_at: 'when we learned of it',
      stand_in: 'of what a status check found out: how well its time is known',
    },
  },
  applicants: {
    is: 'which of IDnGO’s records is which person',
    why: 'results that name only the applicant have to find the person',
    rules: [{ kind: 'with-person' }],
    columns: {
      applicant_id: 'IDnGO’s id of the person',
      external_user_id: 'the host product’s id of the person',
      first_seen_at: 'when the two were first named together',
    },
  },
  deliveries: {
    is: 'one arrival of a webhook, without its body',
    why: 'to show what was done with it and why, and to act on it again where we failed',
    rules: [{ kind: 'delete', afterDays: 90 * day, past: 'received_at < $1' }, { kind: 'with-person' }],
    columns: {
      id: 'ours; says nothing',
      received_at: 'when it arrived',
      outcome: 'what became of it',
      reason: 'why it changed nothing',
      tried_at: 'when it was last acted on',
      body_hash: 'tells whether two arrivals were alike',
      body_bytes: 'its size',
      type: 'IDnGO’s name of the event',
      applicant_id: 'IDnGO’s id of the person',
      external_user_id: 'the host product’s id of the person',
      level_name: 'the level it speaks of',
      happened_at: 'when, by IDnGO’s clock',
      review_status: 'where IDnGO’s review stood',
      review_answer: 'its verdict',
      review_reject_type: 'whether one may try again',
      sandbox_mode: 'whether it came from the sandbox',
      correlation_id: 'what IDnGO’s support asks for',
      event_key: 'the event it became',
      kind: 'what it means to us',
    },
  },
  status_checks: {
    is: 'one question to IDnGO about a person’s status',
    why: 'to show that results which went missing were asked for',
    rules: [{ kind: 'delete', afterDays: 90 * day, past: 'asked_at < $1' }, { kind: 'with-person' }],
    columns: {
      id: 'ours; says nothing',
      verification_id: 'whose status was asked for',
      asked_at: 'when',
      cause: 'why',
      outcome: 'what came of it',
      review_status: 'where IDnGO’s review stood',
      review_answer: 'its verdict',
      error_code: 'why there was no answer',
    },
  },
  sessions: {
    is: 'somebody who is signed in',
    why: 'to know who is asking',
    rules: [{ kind: 'expires', past: 'expires_at <= $1' }, { kind: 'with-person' }],
    columns: {
      key: 'an HMAC of the cookie: reading it signs nobody in',
      verification_id: 'whose session it is',
      return_url: 'where the host product wants the person back',
      created_at: 'when they signed in',
      expires_at: 'when it ends at the latest',
      staff_id: 'which member of the staff it is',
      scopes: 'what they may do',
      last_seen_at: 'ends it earlier where nobody uses it',
      entry_key: 'the spent token that made it',
    },
  },
  handoffs: {
    is: 'a link by which a person goes on at another device',
    why: 'to let in once, and to tell where it was made what became of it',
    rules: [
      {
        kind: 'expires',
        // As long as the session that it made, which knows by it that there is another device.
        past: `expires_at <= $1::timestamptz - interval '1 day'
          and not exists (select from sessions s where s.entry_key = handoffs.key)`,
      },
      { kind: 'with-person' },
    ],
    columns: {
      key: 'a hash of the token: reading it opens nothing',
      number: 'the order in which they were made',
      verification_id: 'whose it is',
      made_by: 'the session that made it',
      browser: 'the name of the browser where it was made, out of a short list',
      system: 'the name of the system there, likewise',
      made_at: 'when it was made',
      expires_at: 'after which it lets nobody in',
      taken_at: 'when it let somebody in',
      taken_browser: 'the name of the browser that it let in, out of a short list',
      taken_system: 'the name of the system there, likewise',
      ended_at: 'when it was taken back',
      end_reason: 'why',
    },
  },
  spent_tokens: {
    is: 'a token that was used',
    why: 'to refuse it the second time',
    rules: [{ kind: 'expires', past: 'expires_at <= $1' }],
    columns: { key: 'a hash of the token', expires_at: 'when nobody would accept it anyway' },
  },
  rate_limits: {
    is: 'how often somebody did something lately',
    why: 'to slow down whoever does it too often',
    rules: [{ kind: 'expires', past: 'expire <= (extract(epoch from $1::timestamptz) * 1000)::bigint' }],
    columns: { key: 'what, and by whom', points: 'how often', expire: 'when it is forgotten' },
  },
  audit_trail: {
    is: 'who did what, of the things that must be provable later; append-only',
    why: 'to answer for it',
    rules: [{ kind: 'delete', afterDays: daysKeptUnused, past: 'at < $1' }],
    columns: {
      id: 'ours; says nothing',
      at: 'when',
      action: 'what',
      actor: 'what kind of actor',
      actor_pseudonym: 'which member of the staff: a salted hash, which an erasure leaves',
      subject_pseudonym: 'which person: a salted hash, which an erasure leaves',
      verification_id: 'which verification; of an erased person it leads nowhere',
      delivery_id: 'what caused it, while that is kept',
      status_check_id: 'what caused it, while that is kept',
      detail: 'codes, counts and names of fields; never values',
    },
  },
  erasures: {
    is: 'that somebody was erased, and when: the minimal proof',
    why: 'a delivery that comes late must not bring them back, and the erasure must be provable',
    rules: [{ kind: 'for-ever' }],
    columns: {
      subject_pseudonym: 'a salted hash of the person’s id, or of IDnGO’s id of them',
      erased_at: 'when',
    },
  },
  level_requirements: {
    is: 'what a level asks for',
    why: 'people are told before they begin',
    rules: [{ kind: 'for-ever' }],
    columns: {
      level_name: 'IDnGO’s name of it',
      requirements: 'its steps and documents, the same for everybody',
      learned_at: 'when IDnGO last said so',
    },
  },
  theme_drafts: {
    is: 'a theme that a designer works at',
    why: 'it is the operator’s own work',
    rules: [{ kind: 'delete', afterDays: daysDeletedDraftsAreKept, past: 'deleted_at < $1' }, { kind: 'for-ever' }],
    columns: {
      id: 'ours; says nothing',
      number: 'what people call it',
      created_at: 'when it was begun',
      created_by: 'which member of the staff began it',
      version: 'the newest',
      deleted_at: 'since when it is to be forgotten',
      deleted_by: 'which member of the staff deleted it',
    },
  },
  theme_versions: {
    is: 'a draft as it was saved; the newest 200, and they go with the draft',
    why: 'to have back what was there before',
    rules: [{ kind: 'for-ever' }],
    columns: {
      draft_id: 'whose version it is',
      version: 'the order in which they were saved',
      name: 'of the theme',
      document: 'the theme',
      saved_at: 'when',
      saved_by: 'which member of the staff saved it',
      by_hand: 'whether somebody asked for it, or the studio saved by itself',
    },
  },
  theme_files: {
    is: 'a published stylesheet, or the texts of a published theme',
    why: 'its address was given out, and never answers anything else',
    rules: [{ kind: 'for-ever' }],
    columns: { path: 'its address', body: 'what it answers', made_at: 'since when' },
  },
  theme_publications: {
    is: 'a version of a draft as it went out',
    why: 'to answer for what people saw, and to go back to it',
    rules: [{ kind: 'for-ever' }],
    columns: {
      id: 'ours; says nothing',
      name: 'of the theme',
      document: 'the theme',
      draft_id: 'the draft that it was made of, while that is kept',
      version: 'of that draft',
      frame_path: 'the stylesheet of the frame',
      page_path: 'the stylesheet of the page around it',
      texts_path: 'texts instead of IDnGO’s',
      paper_light: 'the colour of the page, for what the browser draws around it',
      paper_dark: 'the same in the dark',
      published_at: 'when',
      published_by: 'which member of the staff published it',
    },
  },
  theme_assignments: {
    is: 'which publication a level was given; append-only',
    why: 'the newest counts, and the others tell what people saw before',
    rules: [{ kind: 'for-ever' }],
    columns: {
      id: 'the order in which they were made',
      level_name: 'IDnGO’s name of the level',
      publication_id: 'which; null is the installation’s own theme',
      assigned_at: 'when',
      assigned_by: 'which member of the staff assigned it',
    },
  },
  installation: {
    is: 'the salt of this installation',
    why: 'pseudonyms here are to be different from those elsewhere',
    rules: [{ kind: 'for-ever' }],
    columns: { only_row: 'makes it one row', salt: 'random' },
  },
  migrations: {
    is: 'a change of the schema that was made',
    why: 'to make each once',
    rules: [{ kind: 'for-ever' }],
    columns: { name: 'of the file', applied_at: 'when' },
  },
};
